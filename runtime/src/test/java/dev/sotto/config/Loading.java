package dev.sotto.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Loads configurations for tests, in a folder of the test's own. */
final class Loading {

    private static final String NAME = "server.yaml";

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private OptionalInt port = OptionalInt.empty();
    private Path folder;

    Loading(Path directory) {
        this.directory = directory;
        this.folder = directory;
    }

    Loading environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Loading port(int number) {
        port = OptionalInt.of(number);
        return this;
    }

    Loading in(Path other) {
        folder = other;
        return this;
    }

    ServerConfig load() {
        return good(Optional.empty()).config();
    }

    ServerConfig load(String yaml) {
        return good(Optional.of(write(yaml))).config();
    }

    Explanation explain(String yaml) {
        return good(Optional.of(write(yaml))).explanation();
    }

    /** Returns the problems, with the file's name alone for its path. */
    List<Problem> refuse(String yaml) {
        return refuseFile(write(yaml));
    }

    List<Problem> refuseFile(Path file) {
        Problems problems = new Problems();
        assertThat(ConfigLoader.load(sources(Optional.of(file)), problems)).isEmpty();
        return problems.sorted().stream().map(Loading::shortened).toList();
    }

    Problems any(String yaml) {
        Problems problems = new Problems();
        Optional<LoadedConfig> loaded = ConfigLoader.load(sources(Optional.of(write(yaml))), problems);
        assertThat(loaded.isPresent()).isEqualTo(problems.isEmpty());
        return problems;
    }

    private LoadedConfig good(Optional<Path> file) {
        Problems problems = new Problems();
        Optional<LoadedConfig> loaded = ConfigLoader.load(sources(file), problems);
        assertThat(problems.sorted()).isEmpty();
        return loaded.orElseThrow();
    }

    private ConfigSources sources(Optional<Path> file) {
        return new ConfigSources(file, directory, environment, port, Optional.empty());
    }

    private Path write(String yaml) {
        try {
            return Files.writeString(folder.resolve(NAME), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem shortened(Problem problem) {
        Position at = problem.position();
        String name = at.file().replaceFirst(".*/", "");
        return new Problem(
                new Position(name, at.line(), at.column()),
                problem.code(),
                problem.found(),
                problem.expected(),
                problem.suggestion());
    }
}
