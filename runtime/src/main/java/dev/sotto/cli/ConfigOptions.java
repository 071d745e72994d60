package dev.sotto.cli;

import dev.sotto.config.ConfigLoader;
import dev.sotto.config.ConfigSources;
import dev.sotto.config.LoadedConfig;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
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
        Problems problems = new Problems();
        ConfigSources sources = new ConfigSources(
                Optional.ofNullable(file),
                Installation.root(),
                System.getenv(),
                port,
                Optional.ofNullable(bots).map(Path::toAbsolutePath));
        return ConfigLoader.load(sources, problems)
                .orElseThrow(() -> CommandException.wrongUse(
                        problems.sorted().stream().map(Problem::describe).toList()));
    }
}
