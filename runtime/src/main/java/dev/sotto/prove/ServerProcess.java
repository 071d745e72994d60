package dev.sotto.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.access.NewApiKey;
import dev.sotto.process.ProcessEnd;
import dev.sotto.sensitive.Secret;
import dev.sotto.server.RunFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that is started for a proof, in a process of its own, for what the proof says would be found in the proof's.
 * It takes telephone calls too, as many people may speak as a proof has speak at a time, and it writes its log, down to the
 * last detail, to a file. Blocking.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String MAIN = "dev.sotto.cli.Start";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final RunFile.Running running;
    private final Secret key;

    private ServerProcess(Process process, RunFile.Running running, Secret key) {
        this.process = process;
        this.running = running;
        this.key = key;
    }

    /**
     * Starts one on free ports and waits until it is ready.
     *
     * @param options for Java
     * @param arguments for {@code serve}; settings of the environment are not handed on
     * @param storage its own directory
     * @param log where its log goes; its configuration is written beside it
     * @throws IOException if it does not start; why is in its log
     */
    public static ServerProcess start(List<String> options, List<String> arguments, Path storage, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "serve", "--json", "--port", "0"));
        command.addAll(arguments);
        NewApiKey key = NewApiKey.named("prove");
        command.addAll(List.of("--config", configuration(log.resolveSibling("server.yaml"), key)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SOTTO_"));
        builder.environment().put("SOTTO_STORAGE_DIRECTORY", storage.toString());
        builder.environment().put("SOTTO_LOG_LEVEL", "debug");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return new ServerProcess(process, running(process, storage), key.key());
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String configuration(Path file, NewApiKey key) throws IOException {
        Files.writeString(file, """
                listen: { audiosocket: "127.0.0.1:0" }
                limits: { lines: 8 }
                access: { api-keys: [{ id: %s, hash: "%s" }] }
                """.formatted(key.id(), key.hash()));
        return file.toString();
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

    /** Returns the one key that it knows. */
    public Secret key() {
        return key;
    }

    /** Ends it as an operator would. */
    @Override
    public void close() {
        ProcessEnd.of(process, PATIENCE);
    }
}
