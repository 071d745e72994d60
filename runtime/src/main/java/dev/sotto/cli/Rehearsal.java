package dev.sotto.cli;

import dev.sotto.bot.Bot;
import dev.sotto.client.Conversation;
import dev.sotto.client.Credential;
import dev.sotto.client.Endpoint;
import dev.sotto.client.SottoClient;
import dev.sotto.config.ServerConfig;
import dev.sotto.log.LogFormat;
import dev.sotto.log.LogLevel;
import dev.sotto.log.LogSetup;
import dev.sotto.server.SottoServer;
import dev.sotto.tls.Certificates;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Goes once through what every start does, so that the launcher can keep the classes that it loads in an archive: serves
 * the bots, says one thing to each, and stops. Trains their models on the way, if that was not done. Not a command: only
 * the launcher runs it.
 */
public final class Rehearsal {

    private static final int PATIENCE_S = 60;

    private Rehearsal() {}

    /** Rehearses, and ends the process. */
    public static void main(String[] args) throws TimeoutException {
        Terminal terminal = Terminal.ofProcess();
        int code = Main.run(terminal, "--help");
        LogSetup.start(LogFormat.JSON, LogLevel.INFO);
        ServerConfig config = new ConfigOptions().load(OptionalInt.of(0)).config();
        SottoServer server = ServerStart.start(config);
        Vertx vertx = Vertx.vertx();
        Endpoint endpoint = Endpoint.of(
                server.url(),
                Optional.of(Certificates.developmentFile(config.storage().directory())));
        try (SottoClient client = new SottoClient(vertx, endpoint, new Credential.OwnPage(), 1)) {
            for (Bot bot : server.bots().list()) {
                talk(client, bot);
            }
        }
        server.drain().compose(drained -> server.close()).await(PATIENCE_S, TimeUnit.SECONDS);
        System.exit(code);
    }

    private static void talk(SottoClient client, Bot bot) throws TimeoutException {
        Conversation conversation = client.open(bot.name().value(), "auto").await(PATIENCE_S, TimeUnit.SECONDS);
        conversation.say("hello").await(PATIENCE_S, TimeUnit.SECONDS);
        conversation.end().await(PATIENCE_S, TimeUnit.SECONDS);
    }
}
