package dev.sotto.server;

import dev.sotto.access.ApiKeys;
import dev.sotto.access.CallTickets;
import dev.sotto.access.Origin;
import dev.sotto.access.OriginPolicy;
import dev.sotto.access.RateLimits;
import dev.sotto.access.Tokens;
import dev.sotto.audit.AuditSink;
import dev.sotto.audit.LogAuditSink;
import dev.sotto.audit.Pseudonyms;
import dev.sotto.bot.build.BotFormat;
import dev.sotto.bot.testing.BotGate;
import dev.sotto.bot.version.BotCompiler;
import dev.sotto.bot.version.BotDirectory;
import dev.sotto.bot.version.BotWatch;
import dev.sotto.bot.version.Bots;
import dev.sotto.bot.version.Engines;
import dev.sotto.bot.version.ModelCache;
import dev.sotto.bot.version.VersionStore;
import dev.sotto.channel.Census;
import dev.sotto.channel.Doorkeeper;
import dev.sotto.channel.Refusals;
import dev.sotto.channel.audiosocket.AudioSockets;
import dev.sotto.channel.audiosocket.CallDoor;
import dev.sotto.channel.frame.ShownSizes;
import dev.sotto.channel.http.Api;
import dev.sotto.channel.http.HttpEntrance;
import dev.sotto.channel.http.StaticPages;
import dev.sotto.channel.websocket.SocketSettings;
import dev.sotto.channel.websocket.Sockets;
import dev.sotto.config.LimitsConfig;
import dev.sotto.config.Reload;
import dev.sotto.config.ServerConfig;
import dev.sotto.config.Switch;
import dev.sotto.config.Versions;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.engine.EngineSettings;
import dev.sotto.fulfilment.Hooks;
import dev.sotto.health.HeapHygiene;
import dev.sotto.health.ManagementServer;
import dev.sotto.health.Readiness;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.metrics.Metrics;
import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.session.EventLoops;
import dev.sotto.session.SessionLimits;
import dev.sotto.session.Sessions;
import dev.sotto.session.Surroundings;
import dev.sotto.voice.LateVoices;
import dev.sotto.voice.VoicelessException;
import dev.sotto.yaml.Problem;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a server together. Three things take time at a start, the engine, the bots and all that belongs to the network,
 * and they are done side by side. Used once.
 */
final class Assembly {

    private static final EventLog LOG = EventLog.of(Component.SERVER);
    private static final String MODELS = "models";

    private final ServerConfig config;
    private final LimitsConfig limits;
    private final Provisions provisions;
    private final Engines engines;
    private final Metrics metrics = new Metrics();
    private final HeapHygiene hygiene;
    private final AuditSink audit;
    private final Pseudonyms pseudonyms = new Pseudonyms(new SecureRandom());
    private final Threshold threshold = new Threshold();
    private final LateVoices voices = new LateVoices();

    Assembly(ServerConfig config, Provisions provisions) {
        this.config = config;
        this.limits = config.limits();
        this.provisions = provisions;
        this.hygiene = new HeapHygiene(config.memory().sweepAfter(), metrics);
        this.audit = stirring(new LogAuditSink(), hygiene);
        this.engines = provisions.engines().apply(config.understanding().engine());
    }

    Future<SottoServer> start() {
        Future<UnderstandingEngine> usual = Aside.run("sotto-engine", this::openUsualEngine);
        Future<Bots> bots = Aside.run("sotto-bots", this::loadBots);
        Future<Network> network = Aside.run("sotto-network", () -> Network.start(config, provisions.timers(), metrics));
        Future<Parts> parts = network.compose(ready -> listen(ready, bots));
        return Future.join(bots, parts)
                .compose(both -> open(parts.result()))
                .recover(failure -> usual.transform(opened -> giveUp(network, bots))
                        .transform(closed -> Future.failedFuture(failure)));
    }

    /**
     * The engine that bots get who ask for none takes longer to open than their files take to be read, so it is not
     * waited for until the first bot needs it. If it cannot be opened, that bot will hear of it.
     */
    private UnderstandingEngine openUsualEngine() {
        return engines.engine(BotFormat.ENGINES.get(0));
    }

    /** Whatever is worth an audit event may have left text behind, a session's end above all. */
    private static AuditSink stirring(AuditSink log, HeapHygiene hygiene) {
        return event -> {
            hygiene.stirred();
            log.record(event);
        };
    }

    private Bots loadBots() {
        ServerConfig.Bots chosen = config.bots();
        ModelCache cache = new ModelCache(config.storage().directory().resolve(MODELS));
        BotDirectory directory =
                new BotDirectory(chosen.directory(), chosen.directory().toString(), chosen.only());
        BotCompiler compiler = new BotCompiler(engines, cache);
        return chosen.versions() == Versions.KEPT
                ? Bots.load(directory, compiler, store(), new BotGate(), audit)
                : Bots.load(directory, compiler, audit);
    }

    private VersionStore store() {
        return new VersionStore(config.storage().directory());
    }

    /** Puts everything together around bots that are still being loaded, behind a door that is still closed. */
    private Future<Parts> listen(Network network, Future<Bots> bots) {
        HttpsListener listener = new HttpsListener(
                network.vertx(), config.listen().https(), network.certificates(), limits.sizes(), threshold);
        EngineAdapter nlu = new EngineAdapter(understanding(), network.timers(), metrics);
        Readiness readiness = new Readiness(new UnderstandingCheck(bots::result, nlu)::run, network.timers());
        return listener.open().compose(opened -> {
            Future<Void> handshake =
                    FirstHandshake.begin(config.listen().https(), listener.port(), network.certificates());
            return ManagementServer.start(
                            network.vertx(), config.listen().management(), network.certificates(), readiness, metrics)
                    .map(management -> {
                        hygiene.start(network.vertx(), network.timers());
                        network.keepCertificates(listener.servers(), management.http());
                        return parts(network, listener, management, readiness, bots, nlu);
                    })
                    .compose(parts -> handshake.map(parts));
        });
    }

    private Parts parts(
            Network network,
            HttpsListener listener,
            ManagementServer management,
            Readiness readiness,
            Future<Bots> bots,
            EngineAdapter nlu) {
        RateLimits rates = new RateLimits(limits.rates(), limits.rateBuckets(), network.timers(), audit, metrics);
        Hooks hooks = new Hooks(network.vertx(), config.hooks(), limits.hooks(), network.timers(), metrics, audit);
        Sessions sessions = new Sessions(
                new Surroundings(
                        name -> bots.result().resolve(name),
                        nlu,
                        hooks::call,
                        config.storage().transcripts().gate(),
                        rates,
                        audit,
                        pseudonyms,
                        metrics,
                        network.timers(),
                        new EventLoops(network.vertx()),
                        provisions.onlooker()),
                sessionLimits());
        CallTickets tickets = new CallTickets(limits.voice().tickets(), network.timers(), audit, pseudonyms, metrics);
        Census census =
                new Census(limits.connections().most(), limits.connections().unproven(), metrics);
        HttpEntrance entrance = entrance(network, listener, bots, rates, sessions, tickets, census);
        Optional<AudioSocketListener> calls = config.listen()
                .audiosocket()
                .map(address -> new AudioSocketListener(
                        network.vertx(), address, new AudioSockets(callDoor(network, sessions, tickets), census)));
        return new Parts(
                network,
                listener,
                management,
                readiness,
                hygiene,
                entrance,
                calls,
                new SpeechStart(limits.voice(), network.timers(), metrics, voices, provisions.lineOnlooker()),
                engines,
                bots,
                nlu,
                hooks,
                sessions);
    }

    /** Lets people in, once something was understood. */
    private Future<SottoServer> open(Parts parts) {
        parts.readiness().started();
        Future<Void> calls = parts.calls().map(AudioSocketListener::open).orElseGet(Future::succeededFuture);
        return calls.compose(opened -> parts.readiness().ask()).map(answer -> {
            threshold.open(parts.entrance());
            LOG.info(Event.SERVER_READY, Field.port(parts.listener().port()));
            Future<Optional<VoicelessException.Reason>> voice =
                    parts.speech().begin(speech(), parts.bots().result());
            return new SottoServer(parts, watches(parts), url(parts.listener()), limits.drain(), voice);
        });
    }

    private Provisions.Speech speech() {
        return config.voice().speech() == Switch.ON
                ? provisions.speech().apply(config)
                : Provisions.SPEECHLESS.apply(config);
    }

    private List<BotWatch> watches(Parts parts) {
        Bots bots = parts.bots().result();
        List<BotWatch> watches = new ArrayList<>();
        try {
            if (config.bots().reload() == Reload.WATCH) {
                watches.add(BotWatch.start(
                        config.bots().directory(),
                        () -> reloaded(parts, bots.reload()),
                        parts.network().timers()));
            }
            if (config.bots().versions() == Versions.KEPT) {
                watches.add(BotWatch.start(
                        store().aliases(),
                        () -> reloaded(parts, bots.realias()),
                        parts.network().timers()));
            }
        } catch (IOException e) {
            LOG.fault(Event.WATCH_ENDED, e);
        }
        return watches;
    }

    private static void reloaded(Parts parts, List<Problem> problems) {
        LOG.debug(Event.BOT_LOADED, Field.count(problems.size()));
        parts.speech().refresh(parts.bots().result());
    }

    private HttpEntrance entrance(
            Network network,
            HttpsListener listener,
            Future<Bots> bots,
            RateLimits rates,
            Sessions sessions,
            CallTickets tickets,
            Census census) {
        Tokens tokens = new Tokens(limits.tokens(), network.timers(), audit, pseudonyms, metrics);
        ApiKeys keys = new ApiKeys(config.access().apiKeys(), network.timers(), audit);
        Doorkeeper door = new Doorkeeper(keys, tokens, rates);
        Refusals refusals = new Refusals(metrics);
        Sockets sockets =
                new Sockets(socketSettings(), door, sessions, rates, refusals, metrics, network.timers(), voices);
        Set<Origin> origins = new HashSet<>(config.access().origins());
        origins.addAll(OwnOrigins.of(config.listen().https(), listener.port()));
        return new HttpEntrance(
                new Api(
                        door,
                        tokens,
                        rates,
                        sessions,
                        () -> bots.result().inLocales(),
                        config.access().visitors(),
                        sizes(),
                        tickets),
                StaticPages.load(),
                sockets,
                new OriginPolicy(origins, audit),
                refusals,
                census,
                network.timers(),
                limits.sizes().body().asInt());
    }

    private CallDoor callDoor(Network network, Sessions sessions, CallTickets tickets) {
        LimitsConfig.Connections of = limits.connections();
        return new CallDoor(
                tickets,
                sessions,
                voices,
                new Refusals(metrics),
                metrics,
                network.timers(),
                new CallDoor.Limits(of.hello(), of.slowClient(), of.writeQueue().asInt()),
                config.telephone().networks());
    }

    private Future<Void> giveUp(Future<Network> network, Future<Bots> bots) {
        if (bots.succeeded()) {
            bots.result().close();
        }
        engines.close();
        return network.succeeded() ? network.result().close() : Future.succeededFuture();
    }

    private EngineSettings understanding() {
        int threads = config.understanding().threads();
        return EngineSettings.nlu(threads, limits.nlu().queue(), limits.nlu().timeout());
    }

    private SessionLimits sessionLimits() {
        LimitsConfig.Sessions of = limits.sessions();
        return new SessionLimits(of.most(), of.idle(), of.lifetime(), of.mailbox(), of.replay());
    }

    private SocketSettings socketSettings() {
        LimitsConfig.Connections of = limits.connections();
        return new SocketSettings(of.hello(), of.slowClient(), of.writeQueue().asInt(), sizes());
    }

    private ShownSizes sizes() {
        LimitsConfig.Sizes of = limits.sizes();
        return new ShownSizes(of.text(), of.frame().asInt(), of.binaryFrame().asInt());
    }

    private URI url(HttpsListener listener) {
        String host = config.listen().https().host();
        return URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listener.port());
    }
}
