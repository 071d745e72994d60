package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Bot;
import dev.sotto.config.ServerConfig;
import dev.sotto.health.GracefulStop;
import dev.sotto.log.LogFormat;
import dev.sotto.log.LogSetup;
import dev.sotto.server.RunFile;
import dev.sotto.server.SottoServer;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Serves bots until the process is told to stop. */
final class Serve {

    private static final String NO_VOICE = "this version speaks text only";

    private final Terminal terminal;

    /** What there is to do when the process is told to stop: nothing, until a server is up. */
    private volatile Supplier<Future<Void>> stopping = Future::succeededFuture;

    Serve(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Does not return once it serves: {@link GracefulStop} ends the process. */
    int run(ServeOptions options) throws InterruptedException {
        ServerConfig config = options.config().load().config();
        startLog(config.log());
        GracefulStop stop =
                GracefulStop.install(() -> stopping.get(), config.limits().drain());
        SottoServer server = start(config, stop);
        RunFile file = new RunFile(config.storage().directory());
        stopping = () -> stop(server, file);
        file.write(running(server));
        Duration took = StartClock.elapsed();
        if (options.json()) {
            terminal.print(ready(server, took));
        } else {
            greet(server, config, took);
        }
        // The process ends when it is told to, and by nothing else.
        new CountDownLatch(1).await();
        return ExitCode.DONE;
    }

    private static SottoServer start(ServerConfig config, GracefulStop stop) {
        try {
            return ServerStart.start(config);
        } catch (RuntimeException e) {
            stop.cancel();
            throw e;
        }
    }

    private void startLog(ServerConfig.Log log) {
        LogFormat format = switch (log.style()) {
            case AUTO -> Terminal.isErrorATerminal() ? LogFormat.HUMAN : LogFormat.JSON;
            case JSON -> LogFormat.JSON;
            case HUMAN -> LogFormat.HUMAN;
        };
        LogSetup.start(format, log.level());
    }

    private static Future<Void> stop(SottoServer server, RunFile file) {
        file.remove(ProcessHandle.current().pid());
        return server.drain().compose(drained -> server.close());
    }

    private static RunFile.Running running(SottoServer server) {
        String host = server.url().getHost();
        return new RunFile.Running(
                ProcessHandle.current().pid(),
                server.url(),
                URI.create("https://" + host + ":" + server.managementPort()));
    }

    private static ObjectNode ready(SottoServer server, Duration took) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", "ready")
                .put("url", server.url().toString())
                .put("text_ms", took.toMillis())
                .putNull("voice_ms")
                .put("voice_unavailable", NO_VOICE)
                .put("pid", ProcessHandle.current().pid());
    }

    private void greet(SottoServer server, ServerConfig config, Duration took) {
        terminal.print("Sotto listens on " + server.url() + "/ (ready in " + took.toMillis() + " ms).");
        if (config.listen().tls() instanceof ServerConfig.Tls.Development) {
            terminal.print(
                    "Its certificate is of its own making, for this machine; browsers ask before they accept it.");
        }
        terminal.print("Bots to talk to, there or with ./sotto chat NAME:");
        for (Bot bot : server.bots().list()) {
            terminal.print("  " + bot.name() + ": " + bot.title() + (bot.hint().isEmpty() ? "" : ". " + bot.hint()));
        }
        terminal.print("Ctrl-C stops it.");
    }
}
