package dev.sotto.installed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.client.Credential;
import dev.sotto.client.Endpoint;
import dev.sotto.client.SottoClient;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that {@code ./sotto serve} runs in a process of its own. */
final class Serving implements AutoCloseable {

    private static final long PATIENCE_S = 60;

    private final Process process;
    private final BufferedReader out;
    private final JsonNode ready;

    private Serving(Process process, BufferedReader out, JsonNode ready) {
        this.process = process;
        this.out = out;
        this.ready = ready;
    }

    /** Starts one on free ports and waits until it is ready. */
    static Serving start(Map<String, String> environment, String... more) throws IOException {
        String[] arguments = new String[more.length + 4];
        List.of("serve", "--json", "--port", "0").toArray(arguments);
        System.arraycopy(more, 0, arguments, 4, more.length);
        Path root = Launch.root();
        Process process = Launch.builder(root, root.resolve("sotto"), environment, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the server ended before it was ready");
        }
        return new Serving(process, out, new ObjectMapper().readTree(line));
    }

    /** Returns what it said when it was ready. */
    JsonNode ready() {
        return ready;
    }

    long pid() {
        return process.pid();
    }

    /** Returns a client that comes as the server's own page does. */
    SottoClient client(Vertx vertx) {
        Path authority = Launch.root().resolve(".sotto/development.pem");
        Endpoint endpoint = Endpoint.of(URI.create(ready.path("url").asText()), Optional.of(authority));
        return new SottoClient(vertx, endpoint, new Credential.OwnPage(), 10);
    }

    /** Does what Ctrl-C does, and returns the exit code. */
    int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("no end after " + PATIENCE_S + " s");
        }
        return process.exitValue();
    }

    /** Returns what it has printed since it was ready; only once it has ended. */
    List<String> rest() {
        return out.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
