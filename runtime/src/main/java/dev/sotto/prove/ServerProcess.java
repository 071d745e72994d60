package dev.sotto.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.process.ProcessEnd;
import dev.sotto.server.RunFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that is started for a proof, in a process of its own, for what the proof says would be found in the proof's.
 * It writes its log, down to the last detail, to a file. Blocking.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String MAIN = "dev.sotto.cli.Start";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final RunFile.Running running;

    private ServerProcess(Process process, RunFile.Running running) {
        this.process = process;
        this.running = running;
    }

    /**
     * Starts one on free ports and waits until it is ready.
     *
     * @param options for Java
     * @param arguments for {@code serve}; settings of the environment are not handed on
     * @param storage its own directory
     * @param log where its log goes
     * @throws IOException if it does not start; why is in its log
     */
    public static ServerProcess start(List<String> options, List<String> arguments, Path storage, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "serve", "--json", "--port", "0"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SOTTO_"));
        builder.environment().put("SOTTO_STORAGE_DIRECTORY", storage.toString());
        builder.environment().put("SOTTO_LOG_LEVEL", "debug");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return new ServerProcess(process, running(process, storage));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static RunFile.Running running(Process process, Path storage) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        JsonNode ready = new ObjectMapper().readTree(line == null ? "" : line);
        if (!ready.path("event").asText().equals("ready")) {
            throw new IOException("the server ended before it was ready");
        }
        return new RunFile(storage)
                .read()
                .filter(found -> found.pid() == process.pid())
                .orElseThrow(() -> new IOException("the server does not say where it is"));
    }

    /** Returns where it is. */
    public RunFile.Running running() {
        return running;
    }

    /** Ends it as an operator would. */
    @Override
    public void close() {
        ProcessEnd.of(process, PATIENCE);
    }
}
