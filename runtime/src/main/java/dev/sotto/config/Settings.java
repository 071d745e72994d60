package dev.sotto.config;

import dev.sotto.access.ApiKey;
import dev.sotto.access.Limiter;
import dev.sotto.access.Origin;
import dev.sotto.log.LogLevel;
import dev.sotto.metrics.Bound;
import dev.sotto.retention.RetentionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every setting there is, in the order of the reference page. */
final class Settings {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final List<Setting<?>> ALL = new ArrayList<>();

    static final Setting<ListenAddress> HTTPS = usual(
            "listen.https",
            SettingTypes.address(),
            "127.0.0.1:8443",
            "Where people reach the bots, over HTTPS and WSS. There is no plaintext listener.");
    static final Setting<ListenAddress> MANAGEMENT = usual(
            "listen.management",
            SettingTypes.address(),
            "127.0.0.1:9443",
            "Where health and metrics are served, over HTTPS, without authentication. Leave it on loopback, or let only"
                    + " your monitoring reach it.");
    static final Setting<TlsChoice> TLS = usual(
            "listen.tls",
            SettingTypes.choice(TlsChoice.class),
            "development",
            "A certificate of one's own making, for this machine only. Give `certificate` and `key` below `tls`"
                    + " instead to use a real one.");
    static final Setting<Path> CERTIFICATE = optional(
            "listen.tls.certificate",
            SettingTypes.path("the path of a PEM file with the certificate, followed by those of its issuers"),
            "The certificate to serve. It is read again when it changes; open connections keep the old one.");
    static final Setting<SecretReference> KEY = optional(
            "listen.tls.key",
            SettingTypes.secret(),
            "The certificate's private key: a `file:` or `credential:` reference to an unencrypted PEM file (PKCS #8).");

    static final Setting<ListenAddress> AUDIOSOCKET = optional(
            "listen.audiosocket",
            SettingTypes.address(),
            "Where Asterisk brings telephone calls, by AudioSocket. Off unless given. The protocol has no encryption: leave it"
                    + " on loopback, or name the network in `telephone.networks`.");

    static final Setting<Path> BOTS = usual(
            "bots.directory",
            SettingTypes.path("the path of a directory"),
            "bots",
            "Where the bots are: one folder each.");
    static final Setting<Reload> RELOAD = usual(
            "bots.reload",
            SettingTypes.choice(Reload.class),
            "watch",
            "Whether a bot that changes on disk is loaded anew. Sessions that are open keep the version they began with.");
    static final Setting<Versions> VERSIONS = usual(
            "bots.versions",
            SettingTypes.choice(Versions.class),
            "kept",
            "`kept`: a bot that changed is served once it passes its own tests, and its versions are kept below"
                    + " `storage.directory` to go back to. `none`: what stands in the directory is served.");

    static final Setting<RetentionPolicy> TRANSCRIPTS = usual(
            "storage.transcripts",
            new RetentionType(),
            "none",
            "How long what people say is kept. `none`: it is nowhere but in memory, and wiped there when the session ends.");
    static final Setting<Path> STATE = usual(
            "storage.directory",
            SettingTypes.path("the path of a directory"),
            ".sotto",
            "Where Sotto keeps what it makes itself: the development certificate, trained models and versions of bots.");

    static final Setting<Integer> SESSIONS = bound(
            Bound.SESSIONS, 1, 1_000_000, 10_000, "Sessions at a time. One more is refused with `busy.sessions`.");
    static final Setting<Duration> IDLE = usual(
            "limits.idle",
            SettingTypes.duration(Duration.ZERO, DAY),
            "5m",
            "How long a session lives without input. `0s`: each turn stands alone; its state is wiped as soon as the"
                    + " answer is delivered.");
    static final Setting<Duration> LIFETIME = usual(
            "limits.lifetime",
            SettingTypes.duration(SECOND, DAY),
            "1h",
            "How long a session lives at most, whatever happens in it.");
    static final Setting<Integer> MAILBOX = bound(
            Bound.MAILBOX,
            1,
            1_024,
            8,
            "Inputs of one session that wait for their turn. One more is refused with `busy.session`.");
    static final Setting<Integer> REPLAY = bound(
            Bound.REPLAY, 8, 65_536, 256, "Frames of one session kept for a client that resumes. The oldest go first.");

    static final Setting<Integer> SOCKETS =
            bound(Bound.SOCKETS, 1, 1_000_000, 20_000, "Connections at a time. One more is refused with status 503.");
    static final Setting<Integer> UNPROVEN_SOCKETS = bound(
            Bound.UNPROVEN_SOCKETS,
            1,
            1_000_000,
            1_000,
            "Connections at a time whose `hello` was not accepted yet. One more is refused with status 503.");
    static final Setting<Duration> HELLO = usual(
            "limits.hello",
            SettingTypes.duration(MILLISECOND, MINUTE),
            "5s",
            "How long a new connection has to say `hello`.");
    static final Setting<Duration> SLOW_CLIENT = usual(
            "limits.slow-client",
            SettingTypes.duration(MILLISECOND, MINUTE),
            "10s",
            "How long a client may leave what it is sent unread.");
    static final Setting<ByteSize> WRITE_QUEUE = usual(
            Bound.WRITE_QUEUE.configKey(),
            SettingTypes.size(ByteSize.kibibytes(4), ByteSize.kibibytes(16_384)),
            "64KiB",
            "Bytes that wait for one client to read. Beyond it nothing more is sent until it does.");

    static final Setting<Integer> TEXT = usual(
            "limits.text",
            SettingTypes.count(1, 16_384),
            "1024",
            "Characters (Unicode code points) in one line that a person types. More is refused with `text.too_long`.");
    static final Setting<ByteSize> FRAME = usual(
            "limits.frame",
            SettingTypes.size(ByteSize.kibibytes(1), ByteSize.kibibytes(1_024)),
            "16KiB",
            "The size of a control frame. A larger one is refused with `frame.too_large`.");
    static final Setting<ByteSize> BINARY_FRAME = usual(
            "limits.binary-frame",
            SettingTypes.size(ByteSize.kibibytes(1), ByteSize.kibibytes(1_024)),
            "64KiB",
            "The size of a binary frame. A larger one is refused with `frame.too_large`.");
    static final Setting<ByteSize> BODY = usual(
            "limits.body",
            SettingTypes.size(ByteSize.kibibytes(1), ByteSize.kibibytes(16_384)),
            "64KiB",
            "The size of an HTTP request's body. A larger one is refused with `frame.too_large`.");

    static final Setting<Integer> TOKENS = bound(
            Bound.TOKENS,
            1,
            1_000_000,
            20_000,
            "Tokens given out and not yet used. One more is refused with `rate.limited`.");
    static final Setting<Integer> CALL_TICKETS = bound(
            Bound.CALL_TICKETS,
            1,
            1_000_000,
            1_000,
            "Tickets for telephone calls, given out and not yet used. One more is refused with `rate.limited`.");
    static final Setting<Integer> LINES = bound(
            Bound.LINES,
            0,
            10_000,
            0,
            "People who speak at a time. `0`: as many as this machine was found to carry. One more is refused with"
                    + " `busy.speech`; those who speak never notice.");
    static final Setting<Integer> SPEECH_QUEUE = bound(
            Bound.SPEECH_QUEUE,
            1,
            10_000,
            256,
            "Stretches of audio that wait to be listened to. One more breaks its line with `busy.speech`.");
    static final Setting<Integer> VOICE_QUEUE =
            bound(Bound.VOICE_QUEUE, 1, 10_000, 64, "Texts that wait to be spoken. One more is shown and not heard.");
    static final Setting<Integer> RATE_BUCKETS = bound(
            Bound.RATES,
            1_000,
            10_000_000,
            100_000,
            "Addresses, keys and sessions whose rates are remembered. The longest unused make room.");
    static final Map<Limiter, Rate> RATES = rates();

    static final Setting<Integer> NLU_QUEUE = bound(
            Bound.NLU_QUEUE,
            1,
            65_536,
            64,
            "Utterances that wait to be understood. One more is refused with `busy.nlu`.");
    static final Setting<Duration> NLU_TIMEOUT = usual(
            "limits.nlu-timeout",
            SettingTypes.duration(MILLISECOND, MINUTE),
            "2s",
            "How long an utterance may wait and be worked on before the turn is refused with `busy.nlu`.");
    static final Setting<Integer> HOOK_CALLS = bound(
            Bound.HOOK_CALLS,
            1,
            65_536,
            64,
            "Calls to hooks at a time. One more fails at once, as if the hook were away.");
    static final Setting<Integer> HOOK_FAILURES = bound(
            Bound.HOOK_FAILURES,
            1,
            1_000,
            5,
            "Calls to one host that may fail in a row. Then it is left alone for `limits.hook-pause`; each call fails at"
                    + " once, as if the hook were away. After that one call at a time finds out whether it is back.");
    static final Setting<Duration> HOOK_PAUSE = usual(
            "limits.hook-pause",
            SettingTypes.duration(SECOND, Duration.ofHours(1)),
            "30s",
            "How long a host is left alone whose hooks do not answer.");
    static final Setting<Integer> HOOK_HANDLERS = bound(
            Bound.HOOK_HANDLERS,
            1,
            10_000,
            64,
            "Calls to handlers in the server's own process that wait for one of its eight threads. One more fails at"
                    + " once, as if the hook were away.");
    static final Setting<Duration> DRAIN = usual(
            "limits.drain",
            SettingTypes.duration(Duration.ZERO, Duration.ofHours(1)),
            "10s",
            "How long turns in flight may take to finish when the server is told to stop.");

    static final Setting<List<ApiKey>> API_KEYS = usual(
            "access.api-keys",
            SettingTypes.list(new ApiKeyType()),
            "",
            "Keys of your own servers: each with `id`, `hash` (`sha256:…`), and optionally `scopes`, `bots` and `expires`.");
    static final Setting<List<Origin>> ORIGINS = usual(
            "access.origins",
            SettingTypes.list(new OriginType()),
            "",
            "Pages that may talk to the bots, by origin, besides the server's own page. No wild cards.");
    static final Setting<Switch> VISITORS = usual(
            "access.visitors",
            SettingTypes.choice(Switch.class),
            "on",
            "Whether a page of an allowed origin may open sessions for anonymous visitors, without an API key.");

    static final Setting<List<HookHost>> HOOK_HOSTS = usual(
            "hooks.hosts",
            SettingTypes.list(SettingTypes.parsed(HookHost::parse, "a host or host:port, without wild cards")),
            "",
            "Hosts that hooks may be called on. None, unless listed.");
    static final Setting<List<AddressRange>> HOOK_PRIVATE = usual(
            "hooks.private-addresses",
            SettingTypes.list(
                    SettingTypes.parsed(AddressRange::parse, "an address or a range such as 10.1.0.0/16 or ::1")),
            "",
            "Private and local addresses that those hosts may have. None, unless listed.");
    static final Setting<SecretReference> HOOK_SECRET = optional(
            "hooks.secret", SettingTypes.secret(), "The key that calls to hooks are signed with (HMAC-SHA-256).");
    static final Setting<Path> HOOK_CA = optional(
            "hooks.ca",
            SettingTypes.path("the path of a PEM file with certificates"),
            "Who may vouch for hooks' certificates, in place of the authorities that Java trusts.");
    static final Setting<Path> HOOK_CERTIFICATE = optional(
            "hooks.client-certificate",
            SettingTypes.path("the path of a PEM file with a certificate"),
            "The certificate to show to hooks that ask for one.");
    static final Setting<SecretReference> HOOK_KEY = optional(
            "hooks.client-key",
            SettingTypes.secret(),
            "That certificate's private key: a `file:` or `credential:` reference to an unencrypted PEM file (PKCS #8).");

    static final Setting<Integer> NLU_THREADS = usual(
            "understanding.threads",
            SettingTypes.count(0, 256),
            "0",
            "Threads that understand utterances. `0`: as many as the machine has processors.");
    static final Setting<Engine> NLU_ENGINE = usual(
            "understanding.engine",
            SettingTypes.choice(Engine.class),
            "auto",
            "`auto`: what each bot asks for, and pure Java where the native library does not load. `embedding`: as bots"
                    + " ask, or not at all. `opennlp`: pure Java for every bot.");

    static final Setting<Switch> VOICE = usual(
            "voice.speech",
            SettingTypes.choice(Switch.class),
            "on",
            "Whether bots can be spoken to. Where the machine cannot, the server says why at its start and people write.");
    static final Setting<Path> MODEL = optional(
            "voice.model",
            SettingTypes.path("the name of an installed model, or a path with a slash in it of a folder or zip file"),
            "A model of Vosk's to hear with in place of the one that comes along; docs/models.md tells about them.");
    static final Setting<String> WEB_VOICE =
            usual("voice.web", SettingTypes.voice(), "slt", "The voice that people hear who use a browser.");
    static final Setting<String> TELEPHONE_VOICE = usual(
            "voice.telephone",
            SettingTypes.voice(),
            "rms",
            "The voice that people hear on the telephone, and whoever else listens at 8,000 samples a second.");
    static final Setting<List<String>> COMMAND = usual(
            "voice.command",
            SettingTypes.list(SettingTypes.parsed(Optional::of, "a word of a command")),
            "",
            "A program of yours that speaks in place of the voices that come along, and its arguments, such as"
                    + " `[/opt/voices/speak, \"{voice}\"]`; docs/voices.md tells what it has to do.");
    static final Setting<Integer> COMMAND_RATE = usual(
            "voice.command-rate",
            SettingTypes.count(0, 48_000),
            "0",
            "Samples a second that the program writes without a head, from 8000. `0`: it writes WAV, which says it itself.");

    static final Setting<List<AddressRange>> TELEPHONE_NETWORKS = usual(
            "telephone.networks",
            SettingTypes.list(
                    SettingTypes.parsed(AddressRange::parse, "an address or a range such as 10.1.0.0/16 or ::1")),
            "",
            "Networks that calls may come from without encryption, besides this machine: those that nobody else can read.");

    static final Setting<Duration> SWEEP = usual(
            "memory.sweep-after",
            SettingTypes.duration(Duration.ZERO, Duration.ofHours(1)),
            "5s",
            "How long nothing must go on before memory that held what people said is overwritten. `0s`: never.");

    static final Setting<LogStyle> LOG_FORMAT = usual(
            "log.format",
            SettingTypes.choice(LogStyle.class),
            "auto",
            "How a line of the log looks. `auto`: for people at a terminal, JSON elsewhere.");
    static final Setting<LogLevel> LOG_LEVEL = usual(
            "log.level",
            SettingTypes.choice(LogLevel.class),
            "info",
            "How much is logged. What people say is not in it at any level.");

    private Settings() {}

    /** Returns all settings. */
    static List<Setting<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    private static <T> Setting<T> usual(String key, SettingType<T> type, String usual, String meaning) {
        return add(new Setting<>(key, type, Optional.of(usual), meaning));
    }

    private static <T> Setting<T> optional(String key, SettingType<T> type, String meaning) {
        return add(new Setting<>(key, type, Optional.empty(), meaning));
    }

    private static Setting<Integer> bound(Bound bound, int least, int most, int usual, String meaning) {
        return usual(bound.configKey(), SettingTypes.count(least, most), Integer.toString(usual), meaning);
    }

    private static Map<Limiter, Rate> rates() {
        Map<Limiter, Rate> rates = new EnumMap<>(Limiter.class);
        for (Limiter limiter : Limiter.values()) {
            Limiter.Budget budget = limiter.usualBudget();
            String what = limiter.key().replace("limits.", "").replace("-per-", " of one ");
            Setting<Integer> perMinute = usual(
                    limiter.key() + ".per-minute",
                    SettingTypes.count(1, Limiter.Budget.MOST_PER_MINUTE),
                    Integer.toString(budget.perMinute()),
                    "Rate limit: " + what + ", a minute, in the long run. More is refused with `rate.limited`.");
            Setting<Integer> burst = usual(
                    limiter.key() + ".burst",
                    SettingTypes.count(1, Limiter.Budget.MOST_PER_MINUTE * Limiter.Budget.MOST_MINUTES),
                    Integer.toString(budget.burst()),
                    "Rate limit: " + what + ", at once; at most " + Limiter.Budget.MOST_MINUTES
                            + " times `per-minute`.");
            rates.put(limiter, new Rate(perMinute, burst));
        }
        return rates;
    }

    private static <T> Setting<T> add(Setting<T> setting) {
        ALL.add(setting);
        return setting;
    }

    /** The two settings of a rate limit. */
    record Rate(Setting<Integer> perMinute, Setting<Integer> burst) {}

    /** The one word that {@code listen.tls} knows. */
    enum TlsChoice {
        DEVELOPMENT
    }
}
