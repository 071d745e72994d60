package dev.sotto.installed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.client.Credential;
import dev.sotto.client.Endpoint;
import dev.sotto.client.SottoClient;
import dev.sotto.tls.Certificates;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that {@code ./sotto serve} runs in a process of its own. */
final class Serving implements AutoCloseable {

    /** The variable that says where a server keeps what it makes itself. */
    static final String STATE = "SOTTO_STORAGE_DIRECTORY";

    private static final long PATIENCE_S = 60;

    private final Process process;
    private final BufferedReader out;
    private final Path err;
    private final Path state;
    private final JsonNode ready;

    private Serving(Process process, BufferedReader out, Path err, Path state, JsonNode ready) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.state = state;
        this.ready = ready;
    }

    /** Starts one on free ports and waits until it is ready. */
    static Serving start(Map<String, String> environment, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--json", "--port", "0"));
        arguments.addAll(List.of(more));
        Path root = Launch.root();
        Path err = Files.createTempFile("serving", ".err");
        Process process = Launch.builder(root, root.resolve("sotto"), environment, arguments.toArray(String[]::new))
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the server ended before it was ready: " + Files.readString(err));
        }
        Path state = root.resolve(environment.getOrDefault(STATE, ".sotto"));
        return new Serving(process, out, err, state, new ObjectMapper().readTree(line));
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
        Path authority = Certificates.developmentFile(state);
        Endpoint endpoint = Endpoint.of(URI.create(ready.path("url").asText()), Optional.of(authority));
        return new SottoClient(vertx, endpoint, new Credential.OwnPage(), 10);
    }

    /** Sends a signal, {@code INT} as Ctrl-C does, and returns the exit code once the process has ended. */
    int signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("no end after " + PATIENCE_S + " s");
        }
        return process.exitValue();
    }

    /** Returns its standard error so far. */
    List<String> err() throws IOException {
        return Files.readAllLines(err);
    }

    /** Returns what it has printed since it was ready; only once it has ended. */
    List<String> rest() {
        return out.lines().toList();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(err);
    }
}
