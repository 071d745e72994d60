package dev.sotto.cli;

import dev.sotto.access.ApiKey;
import dev.sotto.access.BotGrant;
import dev.sotto.access.Limiter;
import dev.sotto.access.NewApiKey;
import dev.sotto.bot.BotName;
import dev.sotto.bot.Scope;
import dev.sotto.client.ClientLoop;
import dev.sotto.client.Credential;
import dev.sotto.client.Endpoint;
import dev.sotto.client.SottoClient;
import dev.sotto.config.LimitsConfig;
import dev.sotto.config.ListenAddress;
import dev.sotto.config.Reload;
import dev.sotto.config.ServerConfig;
import dev.sotto.config.Switch;
import dev.sotto.config.Versions;
import dev.sotto.server.Provisions;
import dev.sotto.server.SottoServer;
import dev.sotto.session.Onlooker;
import dev.sotto.tls.Certificates;
import dev.sotto.trace.Trace;
import dev.sotto.voice.LineOnlooker;
import dev.sotto.voice.VoicelessException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A real server with one bot, in a command's own process and for that command alone: on loopback, at a port that nobody
 * was told of, open to the holder of a key that was made for this run. Used by one thread; blocking.
 */
final class OwnServer implements AutoCloseable {

    private static final int PATIENCE_S = 60;
    private static final int ANY_PORT = 0;

    private final SottoServer server;
    private final Vertx vertx;
    private final SottoClient client;

    private OwnServer(SottoServer server, Vertx vertx, SottoClient client) {
        this.server = server;
        this.vertx = vertx;
        this.client = client;
    }

    /**
     * Starts it.
     *
     * @param base all that is not settled by whose server this is
     * @param scopes what the command may do there
     */
    static OwnServer start(ServerConfig base, BotChoice bot, Set<Scope> scopes) {
        return start(base, bot, scopes, Onlooker.NONE);
    }

    /** Starts it with a voice, under the eyes of somebody if anybody wants to look. */
    static OwnServer startWithVoice(ServerConfig base, BotChoice bot, Set<Scope> scopes, Optional<Trace> trace) {
        return start(
                base,
                bot,
                scopes,
                trace.<Onlooker>map(on -> on).orElse(Onlooker.NONE),
                trace.<LineOnlooker>map(on -> on).orElse(LineOnlooker.NONE),
                ServerStart::speech);
    }

    /** Starts it under the eyes of somebody. */
    static OwnServer start(ServerConfig base, BotChoice bot, Set<Scope> scopes, Onlooker onlooker) {
        return start(base, bot, scopes, onlooker, LineOnlooker.NONE, Provisions.SPEECHLESS);
    }

    private static OwnServer start(
            ServerConfig base,
            BotChoice bot,
            Set<Scope> scopes,
            Onlooker onlooker,
            LineOnlooker lineOnlooker,
            Function<ServerConfig, Provisions.Speech> speech) {
        NewApiKey key = NewApiKey.named("own");
        ApiKey granted = new ApiKey(key.id(), key.hash(), scopes, new BotGrant.Every(), Optional.empty());
        ServerConfig config = of(base, bot.folder().toAbsolutePath().normalize(), granted);
        SottoServer server =
                ServerStart.start(config, Provisions.watched(Installation.encoder(), onlooker, lineOnlooker, speech));
        Path certificate = Certificates.developmentFile(config.storage().directory());
        Vertx vertx = ClientLoop.start();
        SottoClient client = new SottoClient(
                vertx, Endpoint.of(server.url(), Optional.of(certificate)), new Credential.Key(key.key()), 1);
        return new OwnServer(server, vertx, client);
    }

    private static ServerConfig of(ServerConfig base, Path folder, ApiKey key) {
        ListenAddress anywhere = new ListenAddress(ListenAddress.LOOPBACK, ANY_PORT);
        return new ServerConfig(
                new ServerConfig.Listen(anywhere, anywhere, Optional.empty(), new ServerConfig.Tls.Development()),
                new ServerConfig.Bots(
                        folder.resolveSibling(""),
                        Optional.of(String.valueOf(folder.getFileName())),
                        Reload.OFF,
                        Versions.NONE),
                base.storage(),
                unhurried(base.limits()),
                new ServerConfig.Access(List.of(key), Set.of(), Switch.OFF),
                base.hooks(),
                base.understanding(),
                base.voice(),
                base.telephone(),
                base.memory(),
                base.log());
    }

    /** Nobody needs protection from the only one who is here, who may well say a thousand lines from a file. */
    private static LimitsConfig unhurried(LimitsConfig base) {
        Limiter.Budget most = new Limiter.Budget(Limiter.Budget.MOST_PER_MINUTE, Limiter.Budget.MOST_PER_MINUTE);
        Map<Limiter, Limiter.Budget> rates =
                Arrays.stream(Limiter.values()).collect(Collectors.toMap(Function.identity(), limiter -> most));
        return new LimitsConfig(
                base.sessions(),
                base.connections(),
                base.sizes(),
                rates,
                base.rateBuckets(),
                base.tokens(),
                base.nlu(),
                base.hooks(),
                base.voice(),
                base.drain());
    }

    /** Returns the name of the one bot. */
    BotName bot() {
        return server.bots().list().get(0).name();
    }

    /** Completes when the bot can be spoken to, or with why it cannot. */
    Future<Optional<VoicelessException.Reason>> voice() {
        return server.voice();
    }

    /** Returns a client that the server lets in. */
    SottoClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        try {
            vertx.close().await(PATIENCE_S, TimeUnit.SECONDS);
            server.close().await(PATIENCE_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw CommandException.machine("the server does not end");
        }
    }
}
