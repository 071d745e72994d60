package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChildProcessTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"Listening on port 8443", "[1]", "{\"url\":", ""})
    void endsAServerWhoseFirstLineIsNoJsonObject(String line) throws IOException {
        assertThatThrownBy(() -> ChildProcess.start(server(line), ""))
                .isInstanceOf(IOException.class)
                .hasMessage("the first line of sh is no JSON object");

        assertThat(ProcessHandle.of(pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void keepsAServerThatIsReadyUntilItIsClosed() throws IOException {
        try (ChildProcess process = ChildProcess.start(server("{\"url\": \"https://localhost\"}"), "")) {
            assertThat(process.ready().path("url").asText()).isEqualTo("https://localhost");
            assertThat(ProcessHandle.of(pid())).get().matches(ProcessHandle::isAlive);
        }

        assertThat(ProcessHandle.of(pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private ProcessBuilder server(String line) {
        String program = "echo $$ > \"$1\"; printf '%s\\n' \"$2\"; exec sleep 60";
        return new ProcessBuilder("sh", "-c", program, "sh", temp.resolve("pid").toString(), line);
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(temp.resolve("pid")).strip());
    }
}
