package dev.sotto.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a script of the web client under the installed Node. What the script prints is the message of the failure
 * if it fails, so that a broken browser test reads like any other.
 */
final class NodeScript {

    private static final Path WEB_CLIENT =
            Path.of("..", "web-client").toAbsolutePath().normalize();

    private NodeScript() {}

    /**
     * Runs Node in the web client's folder.
     *
     * @param output where what it prints is collected
     * @param environment what the script is told, besides this process's own environment
     * @throws AssertionError if it does not exit with 0 in time
     */
    static void run(Path output, Duration timeout, Map<String, String> environment, List<String> arguments)
            throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("node")
                .directory(WEB_CLIENT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.command().addAll(arguments);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                String outcome = ended ? "failed with " + process.exitValue() : "did not end within " + timeout;
                throw new AssertionError("node " + String.join(" ", arguments) + " " + outcome + ":\n"
                        + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("node could not be run", e);
        }
    }
}
