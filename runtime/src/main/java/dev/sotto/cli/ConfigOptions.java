package dev.sotto.cli;

import dev.sotto.config.LoadedConfig;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which commands choose a configuration. */
final class ConfigOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "The server.yaml to use.")
    private @Nullable Path file;

    @Option(names = "--bots", paramLabel = "DIR", description = "The directory with a folder for each bot.")
    private @Nullable Path bots;

    /** Puts the configuration together, or refuses with all that is wrong with it. */
    LoadedConfig load() {
        return load(OptionalInt.empty());
    }

    /** Puts the configuration together with a port of the command line's. */
    LoadedConfig load(OptionalInt port) {
        return choice(port).load();
    }

    /** Returns what was chosen, besides a port of the command line's. */
    ConfigChoice choice(OptionalInt port) {
        return new ConfigChoice(Optional.ofNullable(file), Optional.ofNullable(bots), port);
    }
}
