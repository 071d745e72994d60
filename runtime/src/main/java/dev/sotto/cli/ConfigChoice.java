package dev.sotto.cli;

import dev.sotto.config.ConfigLoader;
import dev.sotto.config.ConfigSources;
import dev.sotto.config.LoadedConfig;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which configuration a command works with.
 *
 * @param file the {@code server.yaml}, if one was named
 * @param bots the directory with a folder for each bot, if one was named
 * @param port where people come in, if that was said; 0 takes any free one
 */
record ConfigChoice(Optional<Path> file, Optional<Path> bots, OptionalInt port) {

    /** Puts the configuration together, or refuses with all that is wrong with it. Blocking. */
    LoadedConfig load() {
        Problems problems = new Problems();
        ConfigSources sources =
                new ConfigSources(file, Installation.root(), System.getenv(), port, bots.map(Path::toAbsolutePath));
        return ConfigLoader.load(sources, problems)
                .orElseThrow(() -> CommandException.wrongUse(
                        problems.sorted().stream().map(Problem::describe).toList()));
    }
}
