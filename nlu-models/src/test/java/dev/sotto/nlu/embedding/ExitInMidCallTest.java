package dev.sotto.nlu.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitInMidCallTest {

    @TempDir
    private Path folder;

    /** The native library's own shutdown hook would free what the running calls use, and crash the process. */
    @Test
    void endsWithItsExitCodeThoughThreadsAreEncoding() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ErrorFile=/dev/null",
                        "-Donnxruntime.native.path=" + System.getProperty("onnxruntime.native.path"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Encoding.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(7);
    }

    /** Exits while two threads encode, and encodes on in a shutdown hook, as a server does that drains. */
    static final class Encoding {

        private Encoding() {}

        public static void main(String[] arguments) throws Exception {
            SentenceEncoder encoder = SentenceEncoder.open(new EncoderSource.OfClassPath());
            for (int i = 0; i < 2; i++) {
                Thread thread = new Thread(() -> encodeForEver(encoder));
                thread.setDaemon(true);
                thread.start();
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                for (int i = 0; i < 50; i++) {
                    require(encoder.encode("draining"));
                }
            }));
            for (int i = 0; i < 20; i++) {
                require(encoder.encode("warming up"));
            }
            System.exit(7);
        }

        private static void encodeForEver(SentenceEncoder encoder) {
            while (true) {
                require(encoder.encode("still busy with this turn"));
            }
        }

        private static void require(float[] vector) {
            if (vector.length == 0) {
                throw new AssertionError("no vector");
            }
        }
    }
}
