package dev.sotto.cli;

import dev.sotto.config.ServerConfig;
import dev.sotto.prove.ServerProcess;
import dev.sotto.sensitive.Secret;
import dev.sotto.server.RunFile;
import dev.sotto.storage.Folders;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server for a proof, in a process and a temporary folder of its own, both gone afterwards. It is started as this
 * command was, with the same bots and with the settings that everything has unless somebody changes it, but for
 * what a proof needs. Blocking.
 */
final class ProvingGround implements AutoCloseable {

    /** What takes long to make, and holds nothing of anybody but bots' authors. */
    private static final List<String> MADE = List.of("models", "ears");

    /** What is this command's own among the options that it was started with. */
    private static final List<String> OWN =
            List.of("-XX:TieredStopAtLevel", "-Dsotto.interactive", "-Dsotto.terminal", "-Dsotto.started");

    private final Path folder;
    private final ServerProcess process;

    private final Thread atExit = new Thread(this::cleanUp, "sotto-prove-end");

    private ProvingGround(Path folder, ServerProcess process) {
        this.folder = folder;
        this.process = process;
    }

    static ProvingGround start(ServerConfig config) throws IOException {
        Path folder = Files.createTempDirectory("sotto-prove");
        try {
            for (String made : MADE) {
                copy(config.storage().directory().resolve(made), folder.resolve(made));
            }
            List<String> arguments = List.of("--bots", config.bots().directory().toString());
            ProvingGround ground =
                    new ProvingGround(folder, ServerProcess.start(options(), arguments, folder, log(folder)));
            Runtime.getRuntime().addShutdownHook(ground.atExit);
            return ground;
        } catch (IOException e) {
            List<String> said = Files.readAllLines(log(folder), StandardCharsets.UTF_8);
            Folders.remove(folder);
            throw CommandException.machine(e.getMessage() + "; its last words: " + String.join(" ", last(said)));
        }
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - 2), lines.size());
    }

    private static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> OWN.stream().noneMatch(option::startsWith))
                .toList();
    }

    private static Path log(Path folder) {
        return folder.resolve("server.log");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (Files.isDirectory(from)) {
            try (Stream<Path> all = Files.walk(from)) {
                for (Path each : all.filter(path -> !path.equals(from)).toList()) {
                    Files.copy(each, to.resolve(from.relativize(each)));
                }
            }
        }
    }

    RunFile.Running running() {
        return process.running();
    }

    /** Returns the key that the server knows. */
    Secret key() {
        return process.key();
    }

    /** Returns the server's own directory. */
    Path storage() {
        return folder;
    }

    /** Whoever interrupts the proof must not be left with its server. */
    private void cleanUp() {
        process.close();
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            return; // a temporary folder that holds nothing of anybody
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        cleanUp();
    }
}
