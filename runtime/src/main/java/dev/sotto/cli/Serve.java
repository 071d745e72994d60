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
import dev.sotto.voice.VoicelessException;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Serves bots until the process is told to stop. */
final class Serve {

    /** How long the line that tells that all is ready waits for voices, which are made at a first start. */
    private static final Duration VOICE_PATIENCE = Duration.ofSeconds(90);

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
        file.write(running(server, config));
        Duration took = StartClock.elapsed();
        if (options.json()) {
            Optional<String> why = whyNoVoice(server);
            terminal.print(ready(server, took, StartClock.elapsed(), why));
        } else {
            greet(server, config, took);
            Optional<String> why = whyNoVoice(server);
            terminal.print(why.map(reason -> "People write here: " + reason + ".")
                    .orElseGet(() -> "Bots can be spoken to (after "
                            + StartClock.elapsed().toMillis() + " ms)."));
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

    private static RunFile.Running running(SottoServer server, ServerConfig config) {
        String host = server.url().getHost();
        return new RunFile.Running(
                ProcessHandle.current().pid(),
                server.url(),
                URI.create("https://" + host + ":" + server.managementPort()),
                config.listen()
                        .audiosocket()
                        .map(calls -> calls.withPort(server.callPort().orElseThrow())));
    }

    /** Waits until bots can be spoken to; returns why they cannot. */
    private static Optional<String> whyNoVoice(SottoServer server) {
        try {
            return server.voice()
                    .await(VOICE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .map(VoicelessException.Reason::sentence);
        } catch (TimeoutException e) {
            return Optional.of("the ears of the bots are still being made");
        }
    }

    private static ObjectNode ready(SottoServer server, Duration text, Duration voice, Optional<String> whyNoVoice) {
        ObjectNode ready = JsonNodeFactory.instance
                .objectNode()
                .put("event", "ready")
                .put("url", server.url().toString())
                .put("text_ms", text.toMillis());
        whyNoVoice.ifPresentOrElse(
                reason -> ready.putNull("voice_ms").put("voice_unavailable", reason),
                () -> ready.put("voice_ms", voice.toMillis()));
        return ready.put("pid", ProcessHandle.current().pid());
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
