package dev.sotto.config;

import dev.sotto.access.ApiKey;
import dev.sotto.access.Limiter;
import dev.sotto.sensitive.Secret;
import dev.sotto.yaml.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes records of single values, and checks what no value can be checked for alone. When there are problems the result
 * is whole but not to be used. Confined to the thread that reads.
 */
final class ConfigAssembly {

    /** A character may take twelve bytes of JSON: two escaped surrogates. The rest of a frame takes less than this. */
    private static final int BYTES_PER_CHARACTER = 12;

    private static final int FRAME_BESIDES_TEXT = 256;
    private static final int LEAST_RATE = 8_000;

    private final ChosenValues values;
    private final ConfigSources sources;
    private final Problems problems;
    private final SecretReader secrets;

    ConfigAssembly(ChosenValues values, ConfigSources sources, Problems problems) {
        this.values = values;
        this.sources = sources;
        this.problems = problems;
        this.secrets = new SecretReader(sources.environment(), problems);
    }

    ServerConfig assemble() {
        int threads = values.get(Settings.NLU_THREADS);
        return new ServerConfig(
                listen(),
                new ServerConfig.Bots(
                        path(Settings.BOTS).orElseThrow(),
                        Optional.empty(),
                        values.get(Settings.RELOAD),
                        values.get(Settings.VERSIONS)),
                new ServerConfig.Storage(
                        values.get(Settings.TRANSCRIPTS), path(Settings.STATE).orElseThrow()),
                limits(),
                access(),
                hooks(),
                new ServerConfig.Understanding(
                        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
                        values.get(Settings.NLU_ENGINE)),
                voice(),
                new ServerConfig.Telephone(values.get(Settings.TELEPHONE_NETWORKS)),
                new ServerConfig.Memory(values.get(Settings.SWEEP)),
                new ServerConfig.Log(values.get(Settings.LOG_FORMAT), values.get(Settings.LOG_LEVEL)));
    }

    private ServerConfig.Listen listen() {
        ListenAddress https = values.get(Settings.HTTPS);
        ListenAddress management = values.get(Settings.MANAGEMENT);
        ServerConfig.Tls tls = tls();
        if (!values.isMentioned(Settings.CERTIFICATE) && !values.isMentioned(Settings.KEY)) {
            refuseDevelopmentCertificate(Settings.HTTPS, https);
            refuseDevelopmentCertificate(Settings.MANAGEMENT, management);
        }
        if (https.equals(management) && https.port() != 0) {
            problems.add(
                    values.position(Settings.MANAGEMENT),
                    "listen.same",
                    "listen.https and listen.management both at " + https,
                    "two addresses");
        }
        return new ServerConfig.Listen(https, management, audioSocket(), tls);
    }

    /** Calls come without encryption, so only from where nobody else can read them. */
    private Optional<ListenAddress> audioSocket() {
        Optional<ListenAddress> address = values.find(Settings.AUDIOSOCKET);
        boolean isExposed = address.isPresent() && !address.get().isLoopback();
        if (isExposed && values.get(Settings.TELEPHONE_NETWORKS).isEmpty()) {
            problems.add(
                    values.position(Settings.AUDIOSOCKET),
                    "audiosocket.exposed",
                    "listen.audiosocket at " + address.get() + ", which is not encrypted, for everybody",
                    "a loopback address, or the trusted networks in telephone.networks");
        }
        return address;
    }

    private void refuseDevelopmentCertificate(Setting<ListenAddress> setting, ListenAddress address) {
        if (!address.isLoopback()) {
            problems.add(
                    values.position(setting),
                    "tls.development_exposed",
                    setting.key() + " at " + address + " with the development certificate",
                    "a loopback address, or listen.tls.certificate and listen.tls.key");
        }
    }

    private ServerConfig.Tls tls() {
        Optional<Path> certificate = path(Settings.CERTIFICATE);
        Optional<SecretReference> key = values.find(Settings.KEY);
        if (certificate.isEmpty() && key.isEmpty()) {
            return new ServerConfig.Tls.Development();
        }
        if (values.isChosen(Settings.TLS)) {
            problems.add(
                    values.position(Settings.TLS),
                    "tls.both",
                    "a certificate besides listen.tls: development",
                    "one of them");
        }
        return pair(Settings.CERTIFICATE, Settings.KEY)
                .<ServerConfig.Tls>map(pair -> new ServerConfig.Tls.Files(pair.certificate(), pair.key()))
                .orElse(new ServerConfig.Tls.Development());
    }

    /** Both or neither; then the key's file as it is to be read. */
    private Optional<ServerConfig.ClientCertificate> pair(Setting<Path> certificate, Setting<SecretReference> key) {
        Optional<Path> path = path(certificate);
        Optional<SecretReference> reference = values.find(key);
        if (values.isMentioned(certificate) != values.isMentioned(key)) {
            Setting<?> there = path.isPresent() ? certificate : key;
            Setting<?> missing = path.isPresent() ? key : certificate;
            problems.add(values.position(there), "key.missing", there.key() + " alone", missing.key() + " besides it");
            return Optional.empty();
        }
        Optional<PrivateFile> file = reference.flatMap(r -> secrets.file(resolved(r, key), values.position(key)));
        return path.flatMap(p -> file.map(f -> new ServerConfig.ClientCertificate(p, f)));
    }

    private LimitsConfig limits() {
        LimitsConfig.Sessions sessions = new LimitsConfig.Sessions(
                values.get(Settings.SESSIONS),
                values.get(Settings.IDLE),
                values.get(Settings.LIFETIME),
                values.get(Settings.MAILBOX),
                values.get(Settings.REPLAY));
        if (sessions.idle().compareTo(sessions.lifetime()) > 0) {
            notMoreThan(Settings.IDLE, Settings.LIFETIME);
        }
        LimitsConfig.Connections connections = new LimitsConfig.Connections(
                values.get(Settings.SOCKETS),
                values.get(Settings.UNPROVEN_SOCKETS),
                values.get(Settings.HELLO),
                values.get(Settings.SLOW_CLIENT),
                values.get(Settings.WRITE_QUEUE));
        if (connections.unproven() > connections.most()) {
            notMoreThan(Settings.UNPROVEN_SOCKETS, Settings.SOCKETS);
        }
        Duration timeout = values.get(Settings.NLU_TIMEOUT);
        return new LimitsConfig(
                sessions,
                connections,
                sizes(),
                rates(),
                values.get(Settings.RATE_BUCKETS),
                values.get(Settings.TOKENS),
                new LimitsConfig.Nlu(values.get(Settings.NLU_QUEUE), timeout),
                new LimitsConfig.Hooks(
                        values.get(Settings.HOOK_CALLS),
                        values.get(Settings.HOOK_FAILURES),
                        values.get(Settings.HOOK_PAUSE),
                        values.get(Settings.HOOK_HANDLERS)),
                new LimitsConfig.Voice(
                        values.get(Settings.LINES),
                        values.get(Settings.SPEECH_QUEUE),
                        values.get(Settings.VOICE_QUEUE),
                        values.get(Settings.CALL_TICKETS)),
                values.get(Settings.DRAIN));
    }

    private LimitsConfig.Sizes sizes() {
        LimitsConfig.Sizes sizes = new LimitsConfig.Sizes(
                values.get(Settings.TEXT),
                values.get(Settings.FRAME),
                values.get(Settings.BINARY_FRAME),
                values.get(Settings.BODY));
        long needed = (long) sizes.text() * BYTES_PER_CHARACTER + FRAME_BESIDES_TEXT;
        for (Setting<ByteSize> setting : List.of(Settings.FRAME, Settings.BODY)) {
            if (values.get(setting).bytes() < needed) {
                String found = setting.key() + " of " + values.get(setting) + " with limits.text of " + sizes.text();
                Setting<?> culprit = values.isChosen(setting) ? setting : Settings.TEXT;
                problems.add(values.position(culprit), "limits.text_fits_not", found, "room for " + needed + " bytes");
            }
        }
        return sizes;
    }

    private Map<Limiter, Limiter.Budget> rates() {
        Map<Limiter, Limiter.Budget> rates = new EnumMap<>(Limiter.class);
        Settings.RATES.forEach((limiter, rate) -> {
            int burst = values.get(rate.burst());
            int perMinute = values.get(rate.perMinute());
            if (Limiter.Budget.isValid(burst, perMinute)) {
                rates.put(limiter, new Limiter.Budget(burst, perMinute));
                return;
            }
            Setting<?> culprit = values.isChosen(rate.burst()) ? rate.burst() : rate.perMinute();
            problems.add(
                    values.position(culprit),
                    "value.range",
                    rate.burst().key() + " of " + burst,
                    "at most " + Limiter.Budget.MOST_MINUTES + " times per-minute, which is " + perMinute);
        });
        return rates;
    }

    private ServerConfig.Access access() {
        List<ApiKey> keys = values.get(Settings.API_KEYS);
        Set<String> seen = new HashSet<>();
        keys.stream()
                .filter(key -> !seen.add(key.id()))
                .forEach(key -> problems.add(
                        values.position(Settings.API_KEYS),
                        "key.duplicate",
                        "two API keys \"" + key.id() + "\"",
                        "each id once"));
        return new ServerConfig.Access(
                keys, new HashSet<>(values.get(Settings.ORIGINS)), values.get(Settings.VISITORS));
    }

    private ServerConfig.Hooks hooks() {
        List<HookHost> hosts = values.get(Settings.HOOK_HOSTS);
        Optional<Secret> secret = values.find(Settings.HOOK_SECRET)
                .flatMap(r -> secrets.read(resolved(r, Settings.HOOK_SECRET), values.position(Settings.HOOK_SECRET)));
        if (!hosts.isEmpty() && !values.isMentioned(Settings.HOOK_SECRET)) {
            problems.add(
                    values.position(Settings.HOOK_HOSTS),
                    "key.missing",
                    "hooks.hosts without hooks.secret: nobody could tell our calls from others'",
                    "hooks.secret");
        }
        return new ServerConfig.Hooks(
                hosts,
                values.get(Settings.HOOK_PRIVATE),
                secret,
                path(Settings.HOOK_CA),
                pair(Settings.HOOK_CERTIFICATE, Settings.HOOK_KEY));
    }

    private void notMoreThan(Setting<?> less, Setting<?> more) {
        Setting<?> culprit = values.isChosen(less) ? less : more;
        problems.add(values.position(culprit), "value.range", less.key() + " above " + more.key(), "at most as much");
    }

    private ServerConfig.Voice voice() {
        List<String> command = values.get(Settings.COMMAND);
        int rate = values.get(Settings.COMMAND_RATE);
        for (Setting<String> setting : List.of(Settings.WEB_VOICE, Settings.TELEPHONE_VOICE)) {
            String name = values.get(setting);
            if (command.isEmpty() && !SettingTypes.comesAlong(name)) {
                problems.add(
                        values.position(setting),
                        "voice.unknown",
                        setting.key() + " of \"" + name + "\" without voice.command",
                        SettingTypes.VOICES_TOLD);
            }
        }
        if (rate > 0 && rate < LEAST_RATE) {
            problems.add(
                    values.position(Settings.COMMAND_RATE),
                    "value.range",
                    "voice.command-rate of " + rate,
                    "0, or from " + LEAST_RATE);
        }
        return new ServerConfig.Voice(
                values.get(Settings.VOICE),
                model(),
                values.get(Settings.WEB_VOICE),
                values.get(Settings.TELEPHONE_VOICE),
                program(command),
                rate);
    }

    /** A program without a slash is found as a shell finds it. */
    private List<String> program(List<String> command) {
        if (command.isEmpty() || !command.get(0).contains("/")) {
            return command;
        }
        List<String> resolved = new ArrayList<>(command);
        ValueSource source = values.chosen(Settings.COMMAND).orElseThrow().source();
        resolved.set(0, base(source).resolve(command.get(0)).normalize().toString());
        return resolved;
    }

    /** A name stays what it is. */
    private Optional<Path> model() {
        boolean named = values.find(Settings.MODEL)
                .filter(value -> value.getNameCount() == 1 && !value.isAbsolute())
                .isPresent();
        return named ? values.find(Settings.MODEL) : path(Settings.MODEL);
    }

    private Optional<Path> path(Setting<Path> setting) {
        return values.chosen(setting)
                .map(chosen -> base(chosen.source()).resolve(chosen.value()).normalize());
    }

    private SecretReference resolved(SecretReference reference, Setting<SecretReference> setting) {
        if (reference instanceof SecretReference.InFile file) {
            Path base = base(values.chosen(setting).orElseThrow().source());
            return new SecretReference.InFile(base.resolve(file.path()).normalize());
        }
        return reference;
    }

    /** The file was named from where this process runs, which may be elsewhere. */
    private Path base(ValueSource source) {
        Optional<Path> folder = sources.file()
                .filter(file -> source instanceof ValueSource.File)
                .flatMap(file -> Optional.ofNullable(file.toAbsolutePath().getParent()));
        return folder.orElse(sources.workingDirectory()).toAbsolutePath();
    }
}
