package dev.sotto.config;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlSource;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Puts a server's configuration together. Blocking: reads the file and the secrets that it refers to. */
public final class ConfigLoader {

    private static final String READABLE = "a file that can be read";

    private ConfigLoader() {}

    /**
     * Reads, checks and puts together.
     *
     * @return nothing if it is not all in order; then there is at least one problem more
     */
    public static Optional<LoadedConfig> load(ConfigSources sources, Problems problems) {
        ChosenValues values = ChosenValues.usual();
        Problems found = new Problems();
        sources.file().ifPresent(file -> readFile(file, values, found));
        new ConfigEnvironment(values, found).read(sources.environment());
        sources.port().ifPresent(port -> choosePort(port, values, found));
        sources.bots().ifPresent(bots -> values.choose(Settings.BOTS, bots, new ValueSource.Option("--bots")));
        ServerConfig config = new ConfigAssembly(values, sources, found).assemble();
        found.sorted().forEach(problems::add);
        return found.isEmpty() ? Optional.of(new LoadedConfig(config, Explanation.of(values))) : Optional.empty();
    }

    private static void choosePort(int port, ChosenValues values, Problems problems) {
        ValueSource source = new ValueSource.Option("--port");
        if (port < 0 || port > 65_535) {
            problems.add(source.position(), "value.range", Integer.toString(port), "a port from 0 to 65535");
            return;
        }
        values.choose(Settings.HTTPS, values.get(Settings.HTTPS).withPort(port), source);
        if (port == 0 && !values.isChosen(Settings.MANAGEMENT)) {
            // Whoever wants any free port wants no clash over the other listener either.
            values.choose(Settings.MANAGEMENT, values.get(Settings.MANAGEMENT).withPort(0), source);
        }
    }

    private static void readFile(Path file, ChosenValues values, Problems problems) {
        String name = file.toString();
        try {
            if (Files.size(file) > YamlSource.MAX_CHARACTERS) {
                problems.add(Position.startOf(name), "yaml.too_large", "a very large file", "a configuration");
                return;
            }
            YamlSource.read(name, Files.readString(file), problems)
                    .ifPresent(root -> new ConfigFile(values, problems).read(root));
        } catch (NoSuchFileException e) {
            problems.add(Position.startOf(name), "config.missing", "a file that is not there", READABLE);
        } catch (MalformedInputException e) {
            problems.add(Position.startOf(name), "config.encoding", "bytes that are not UTF-8", "a text in UTF-8");
        } catch (IOException e) {
            problems.add(Position.startOf(name), "config.unreadable", "a file that cannot be read", READABLE);
        }
    }
}
