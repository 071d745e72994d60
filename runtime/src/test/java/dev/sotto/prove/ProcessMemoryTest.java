package dev.sotto.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProcessMemoryTest {

    private final Mark mark = Mark.random();
    private Process process;
    private BufferedReader out;
    private Writer in;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:MarkSweepDeadRatio=0",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Keeper.class.getName())
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = process.outputWriter(StandardCharsets.UTF_8);
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void findsTextAmongLiveObjectsWhileItIsKeptAndNotAfterwards() throws IOException {
        tell("the word is " + mark.text());
        assertThat(found().of(MemoryOwner.LIVE_HEAP).found()).isPositive();

        // The reader's buffers hold the last lines, so they are overwritten too.
        tell("x".repeat(20_000));
        assertThat(out.readLine()).isEqualTo("0");

        MemoryCounts after = found();
        assertThat(after.of(MemoryOwner.LIVE_HEAP).found()).isZero();
        assertThat(MemoryOwner.values())
                .allSatisfy(owner -> assertThat(after.of(owner).searched()).isPositive());
    }

    private MemoryCounts found() throws IOException {
        HeapLayout heap = new JavaProcess(process.pid()).collect();
        return new ProcessMemory(process.pid()).search(new MarkSearch(mark), heap);
    }

    private void tell(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
        assertThat(out.readLine()).isNotEmpty();
    }
}
