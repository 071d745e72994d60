package dev.sotto.prove;

import dev.sotto.bot.Bot;
import dev.sotto.bot.testing.BotCheck;
import dev.sotto.client.Credential;
import dev.sotto.client.Endpoint;
import dev.sotto.client.SottoClient;
import dev.sotto.tls.Certificates;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real server in a process of its own, with one demo bot, started with what matters of the launcher's options. */
final class ForkedServer implements AutoCloseable {

    private static final String BOT = "bank";
    private static final Path BOTS = Path.of("..", "bots").toAbsolutePath().normalize();

    /** Where the other tests keep the trained models too. */
    private static final Path STATE = Path.of("target", "test-state").toAbsolutePath();

    /** Where native libraries lie. */
    private static final List<String> NATIVES =
            List.of("onnxruntime.native.path", "jna.boot.library.path", "jna.library.path");

    private final Vertx vertx = Vertx.vertx();
    private final ServerProcess process;
    private final SottoClient client;
    private final SottoClient exchange;
    private final Path certificate = Certificates.developmentFile(STATE);

    private ForkedServer(ServerProcess process) {
        this.process = process;
        Endpoint endpoint = Endpoint.of(process.running().url(), Optional.of(certificate));
        this.client = new SottoClient(vertx, endpoint, new Credential.OwnPage(), 20);
        this.exchange = new SottoClient(vertx, endpoint, new Credential.Key(process.key()), 1);
    }

    /**
     * Starts it.
     *
     * @param temp for the bot and the log
     */
    static ForkedServer start(Path temp) throws IOException {
        Path bots = temp.resolve("bots");
        Path bot = Files.createDirectories(bots.resolve(BOT));
        Files.copy(BOTS.resolve(BOT).resolve("bot.yaml"), bot.resolve("bot.yaml"));
        Files.createDirectories(STATE);
        List<String> options = Stream.concat(
                        Stream.of(
                                "-XX:+UseSerialGC",
                                "-XX:MarkSweepDeadRatio=0",
                                "-XX:-UsePerfData",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m"),
                        NATIVES.stream()
                                .filter(name -> System.getProperty(name) != null)
                                .map(name -> "-D" + name + "=" + System.getProperty(name)))
                .toList();
        return new ForkedServer(
                ServerProcess.start(options, List.of("--bots", bots.toString()), STATE, temp.resolve("server.log")));
    }

    long pid() {
        return process.running().pid();
    }

    SottoClient client() {
        return client;
    }

    /** Returns the way to call it by telephone. */
    CallLine calls() {
        return new CallLine(exchange, process.running().calls().orElseThrow());
    }

    /** Returns the pages that it tells its monitors about itself on. */
    Pages pages() {
        return new Pages(vertx, process.running().management(), Optional.of(certificate));
    }

    /** Returns the bot that it serves. */
    static Bot bot() {
        return BotCheck.of(BOTS.resolve(BOT), BOT).bot().orElseThrow();
    }

    @Override
    public void close() {
        client.close();
        exchange.close();
        process.close();
        vertx.close().await();
    }
}
