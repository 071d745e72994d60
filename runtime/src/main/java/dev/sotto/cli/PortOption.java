package dev.sotto.cli;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses where people come in. */
final class PortOption {

    @Option(names = "--port", paramLabel = "N", description = "The port for people; 0 takes any free one.")
    private @Nullable Integer port;

    /** Returns the port, if one was chosen. */
    OptionalInt port() {
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
