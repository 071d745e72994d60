package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ServeOptionsTest {

    @Test
    void readsEachOptionWithTheValueAfterIt() {
        Optional<ServeOptions> options =
                ServeOptions.plain("serve", "--port", "0", "--json", "--config", "server.yaml", "--bots", "/srv/bots");

        assertThat(options)
                .contains(new ServeOptions(
                        new ConfigChoice(
                                Optional.of(Path.of("server.yaml")),
                                Optional.of(Path.of("/srv/bots")),
                                OptionalInt.of(0)),
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "serve --json",
                "serve --port 8443",
                "serve --port 00080",
                "serve --port 99999",
                "serve --bots ../bots --json --config ./a-b.yaml",
                "serve --config a --bots a"
            })
    void readsThePlainWayAsTheLibraryDoes(String line) {
        String[] words = line.split(" ");
        ServeCommand command = new ServeCommand(nowhere());
        new CommandLine(command).parseArgs(Arrays.copyOfRange(words, 1, words.length));

        assertThat(ServeOptions.plain(words)).contains(command.options());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check bank",
                "serve -h",
                "serve --help",
                "serve bank",
                "serve --port",
                "serve --port x",
                "serve --port -1",
                "serve --port 123456",
                "serve --port=0",
                "serve --port 0 --port 1",
                "serve --json --json",
                "serve --config --json",
                "serve --config @file",
                "serve --config -x",
                "serve --bots",
                "serve --json=true",
                "serve @file",
                "serve --prot 0"
            })
    void leavesEverythingElseToTheLibrary(String line) {
        assertThat(ServeOptions.plain(line.split(" "))).isEmpty();
    }

    @Test
    void leavesAnEmptyPathToTheLibrary() {
        assertThat(ServeOptions.plain("serve", "--config", "")).isEmpty();
    }

    @Test
    void leavesACallWithoutACommandToTheLibrary() {
        assertThat(ServeOptions.plain()).isEmpty();
    }

    private static Terminal nowhere() {
        PrintStream none = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return Terminal.of(InputStream.nullInputStream(), none, none);
    }
}
