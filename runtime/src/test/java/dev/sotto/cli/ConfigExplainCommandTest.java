package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigExplainCommandTest {

    @TempDir
    private Path temp;

    @Test
    void tellsWhereAValueCameFrom() throws IOException {
        Path file = Files.writeString(temp.resolve("server.yaml"), "limits:\n  idle: 2m\n");

        CommandRun run = CommandRun.of("config", "explain", "--config", file.toString(), "--port", "7443", "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains(
                        "{\"key\":\"limits.idle\",\"value\":\"2m\",\"source\":\"file\",\"where\":\"" + file + ":2:9\"}")
                .contains("{\"key\":\"listen.https\",\"value\":\"127.0.0.1:7443\",\"source\":\"option\","
                        + "\"where\":\"--port\"}");
    }

    @Test
    void takesAnyFreePortForBothListenersWhenAskedForAny() {
        CommandRun run = CommandRun.of("config", "explain", "--port", "0");

        assertThat(run.out())
                .anyMatch(line -> line.matches("listen\\.https +127\\.0\\.0\\.1:0 +--port"))
                .anyMatch(line -> line.matches("listen\\.management +127\\.0\\.0\\.1:0 +--port"));
    }

    @Test
    void tellsOfAllProblemsAtOnce() throws IOException {
        Path file = Files.writeString(temp.resolve("server.yaml"), "limits:\n  idel: 2m\nbits: 3\n");

        CommandRun run = CommandRun.of("config", "explain", "--config", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
        assertThat(String.join("\n", run.err())).contains("server.yaml:2:3: ").contains("server.yaml:3:1: ");
    }
}
