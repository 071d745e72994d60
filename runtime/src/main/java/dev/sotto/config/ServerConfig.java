package dev.sotto.config;

import dev.sotto.access.ApiKey;
import dev.sotto.access.Origin;
import dev.sotto.log.LogLevel;
import dev.sotto.retention.RetentionPolicy;
import dev.sotto.sensitive.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All settings of a server, checked one by one and together. Immutable. */
public record ServerConfig(
        Listen listen,
        Bots bots,
        Storage storage,
        LimitsConfig limits,
        Access access,
        Hooks hooks,
        Understanding understanding,
        Voice voice,
        Telephone telephone,
        Memory memory,
        Log log) {

    /**
     * Where it listens.
     *
     * @param https for people
     * @param management for health and metrics
     * @param audiosocket for telephone calls from Asterisk, if there are any
     */
    public record Listen(ListenAddress https, ListenAddress management, Optional<ListenAddress> audiosocket, Tls tls) {}

    /** What it proves itself with. */
    public sealed interface Tls {

        /** With a certificate that it makes itself; only where nobody but this machine reaches it. */
        record Development() implements Tls {}

        /** With one from a file. */
        record Files(Path certificate, PrivateFile key) implements Tls {}
    }

    /**
     * Where the bots are.
     *
     * @param directory absolute
     * @param only the one folder in it to serve, if not all
     */
    public record Bots(Path directory, Optional<String> only, Reload reload, Versions versions) {}

    /**
     * What is kept, and where.
     *
     * @param directory absolute; holds nothing that people say
     */
    public record Storage(RetentionPolicy transcripts, Path directory) {}

    /** Who comes in. */
    public record Access(List<ApiKey> apiKeys, Set<Origin> origins, Switch visitors) {

        public Access {
            apiKeys = List.copyOf(apiKeys);
            origins = Set.copyOf(origins);
        }
    }

    /**
     * Where hooks may be, and how both sides prove who they are.
     *
     * @param secret present if there are hosts
     * @param ca PEM file with the authorities to trust in place of Java's
     */
    public record Hooks(
            List<HookHost> hosts,
            List<AddressRange> privateAddresses,
            Optional<Secret> secret,
            Optional<Path> ca,
            Optional<ClientCertificate> client) {

        public Hooks {
            hosts = List.copyOf(hosts);
            privateAddresses = List.copyOf(privateAddresses);
        }
    }

    /** What to show to a hook that asks for a certificate. */
    public record ClientCertificate(Path certificate, PrivateFile key) {}

    /**
     * How utterances are understood.
     *
     * @param threads at least one
     */
    public record Understanding(int threads, Engine engine) {}

    /**
     * How bots are spoken to.
     *
     * @param speech whether they are
     * @param model what is listened with in place of the recogniser that comes along: the name of an installed model, or a
     *     whole path
     * @param web the name of the voice in browsers
     * @param telephone the name of the voice on the telephone
     * @param command what speaks in place of the voices that come along: a program and its arguments; or nothing
     * @param commandRate samples a second that it writes; 0: it writes WAV
     */
    public record Voice(
            Switch speech, Optional<Path> model, String web, String telephone, List<String> command, int commandRate) {

        public Voice {
            command = List.copyOf(command);
        }
    }

    /**
     * Where calls come from.
     *
     * @param networks that are trusted, besides this machine
     */
    public record Telephone(List<AddressRange> networks) {

        public Telephone {
            networks = List.copyOf(networks);
        }
    }

    /**
     * How dead memory is treated.
     *
     * @param sweepAfter how long nothing must go on before it is overwritten; zero: never
     */
    public record Memory(Duration sweepAfter) {}

    /** What is logged, and how it looks. */
    public record Log(LogStyle style, LogLevel level) {}
}
