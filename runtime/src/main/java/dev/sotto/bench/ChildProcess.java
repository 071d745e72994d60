package dev.sotto.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.process.ProcessEnd;
import dev.sotto.process.ProcessFigures;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A server that was started to be measured. It prints one line of JSON when it is ready, and ends with this process at
 * the latest. Blocking.
 */
final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final JsonNode ready;

    private ChildProcess(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    /**
     * Starts it, gives it its standard input, and waits until it is ready.
     *
     * @throws IOException if it says something else than that; it is ended then
     */
    static ChildProcess start(ProcessBuilder builder, String input) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "bench-stop"));
        try {
            return new ChildProcess(
                    process, ready(process, input, builder.command().get(0)));
        } catch (IOException e) {
            ProcessEnd.of(process, PATIENCE);
            throw e;
        }
    }

    private static JsonNode ready(Process process, String input, String name) throws IOException {
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null) {
            throw new IOException(name + " ended before it was ready");
        }
        try {
            JsonNode ready = new ObjectMapper().readTree(line);
            if (ready.isObject()) {
                return ready;
            }
        } catch (JsonProcessingException e) {
            // Told below, like JSON of another kind.
        }
        throw new IOException("the first line of " + name + " is no JSON object");
    }

    /** Returns what it said when it was ready. */
    JsonNode ready() {
        return ready;
    }

    /** Returns the memory that it has resident, in KiB. */
    long residentKib() throws IOException {
        return ProcessFigures.residentKib(process.pid());
    }

    /** Returns the processor time that it has used, in microseconds. */
    long cpuMicros() throws IOException {
        return ProcessFigures.cpuMicros(process.pid());
    }

    @Override
    public void close() {
        ProcessEnd.of(process, PATIENCE);
    }
}
