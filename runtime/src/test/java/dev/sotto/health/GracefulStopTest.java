package dev.sotto.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ends real processes. */
@Timeout(60)
class GracefulStopTest {

    @Test
    void drainsAndEndsWithExitCodeNoughtWhenToldToStop() throws Exception {
        String log = stopped("done", 0);

        assertThat(log).contains("server.draining").contains("server.stopped").doesNotContain("drain.timeout");
    }

    @Test
    void doesNotWaitForADrainingThatDoesNotEnd() throws Exception {
        String log = stopped("never", 0);

        assertThat(log).contains("drain.timeout").contains("server.stopped");
    }

    @Test
    void endsAlsoWhenTheDrainingFailsAndSaysSo() throws Exception {
        String log = stopped("fails", 0);

        assertThat(log)
                .contains("server.fault")
                .contains("IllegalStateException")
                .doesNotContain("quokka");
    }

    private static String stopped(String how, int expected) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stopping.class.getName(),
                        how)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                BufferedReader err =
                        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("running");
            assertThat(process.toHandle().destroy()).isTrue();
            String log = String.join("\n", err.lines().toList());
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(expected);
            return log;
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The process that is told to stop. */
    static final class Stopping {

        public static void main(String[] arguments) throws Exception {
            GracefulStop stop = GracefulStop.install(() -> drained(arguments[0]), Duration.ZERO);
            System.out.println("running");
            new CountDownLatch(1).await();
            stop.cancel();
        }

        private static Future<Void> drained(String how) {
            return switch (how) {
                case "done" -> Future.succeededFuture();
                case "fails" -> Future.failedFuture(new IllegalStateException("quokka"));
                default -> Promise.<Void>promise().future();
            };
        }
    }
}
