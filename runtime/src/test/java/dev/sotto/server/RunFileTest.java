package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.config.ListenAddress;
import dev.sotto.testing.CapturedLog;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFileTest {

    private static final long OWN = ProcessHandle.current().pid();

    @TempDir
    private Path directory;

    @Test
    void tellsWhereTheServerIs() {
        RunFile.Running running = running(OWN);

        new RunFile(directory).write(running);

        assertThat(new RunFile(directory).read()).contains(running);
    }

    @Test
    void isRemovedByTheServerThatWroteIt() {
        RunFile file = new RunFile(directory);
        file.write(running(OWN));

        file.remove(OWN);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void isLeftToTheServerThatWroteItLast() {
        RunFile file = new RunFile(directory);
        RunFile.Running other =
                running(ProcessHandle.current().parent().orElseThrow().pid());
        file.write(other);

        file.remove(OWN);

        assertThat(file.read()).contains(other);
    }

    @Test
    void tellsNothingOfAServerThatIsNoMore() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        RunFile file = new RunFile(directory);

        file.write(running(ended.pid()));

        assertThat(file.read()).isEmpty();
    }

    @Test
    void tellsNothingWhenItIsDamaged() throws IOException {
        Files.writeString(directory.resolve("server.json"), "{");

        assertThat(new RunFile(directory).read()).isEmpty();
    }

    @Test
    void saysWhenItCannotBeWritten() {
        try (CapturedLog log = new CapturedLog()) {
            new RunFile(directory.resolve("none")).write(running(OWN));

            assertThat(log.lines()).anyMatch(line -> line.contains("runfile.unwritable"));
        }
    }

    private static RunFile.Running running(long pid) {
        return new RunFile.Running(
                pid,
                URI.create("https://127.0.0.1:8443"),
                URI.create("https://127.0.0.1:9443"),
                Optional.of(new ListenAddress("::1", 9_092)));
    }
}
