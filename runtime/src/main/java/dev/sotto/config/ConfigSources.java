package dev.sotto.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where values come from; the later wins: defaults, the file, the environment, the command line.
 *
 * @param file the configuration file, if there is one
 * @param workingDirectory what relative paths outside of the file start from; those in the file start from its folder
 * @param environment the process's
 * @param port of {@code --port}
 * @param bots of {@code --bots}
 */
public record ConfigSources(
        Optional<Path> file,
        Path workingDirectory,
        Map<String, String> environment,
        OptionalInt port,
        Optional<Path> bots) {

    public ConfigSources {
        environment = Map.copyOf(environment);
    }

    /** Returns sources with nothing but a file, for checking it. */
    public static ConfigSources of(Path file) {
        return new ConfigSources(
                Optional.of(file), Path.of("").toAbsolutePath(), Map.of(), OptionalInt.empty(), Optional.empty());
    }
}
