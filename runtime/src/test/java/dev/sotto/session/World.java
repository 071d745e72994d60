package dev.sotto.session;

import dev.sotto.access.BotGrant;
import dev.sotto.access.Limiter;
import dev.sotto.access.Principal;
import dev.sotto.access.PrincipalId;
import dev.sotto.access.Proof;
import dev.sotto.access.RateLimits;
import dev.sotto.audit.Pseudonyms;
import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.bot.Scope;
import dev.sotto.bot.version.FixedBots;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.engine.EngineSettings;
import dev.sotto.metrics.Metrics;
import dev.sotto.nlu.Heard;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.retention.FinishedTurn;
import dev.sotto.sensitive.Utterance;
import dev.sotto.testing.FakeTimers;
import dev.sotto.testing.ManualLoop;
import dev.sotto.testing.RecordedAudit;
import dev.sotto.testing.SampleBot;
import dev.sotto.testing.ScriptedHooks;
import dev.sotto.testing.WordInterpreter;
import dev.sotto.turn.Input;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sessions with everything around them in the hands of a test. Only understanding runs on a thread of its own. */
final class World implements AutoCloseable {

    static final BotName SAMPLE = new BotName("sample");
    static final SessionLimits LIMITS = new SessionLimits(3, Duration.ofMinutes(5), Duration.ofHours(1), 8, 16);

    final FakeTimers timers = new FakeTimers();
    final ManualLoop loop = new ManualLoop();
    final RecordedAudit audit = new RecordedAudit();
    final Metrics metrics = new Metrics();
    final ScriptedHooks hooks = new ScriptedHooks();
    final FixedBots bots = new FixedBots();
    final Bot bot = SampleBot.bot();
    final WordInterpreter interpreter = new WordInterpreter(bot);
    final List<FinishedTurn> offered = new ArrayList<>();
    final EngineAdapter nlu;
    final Sessions sessions;

    World() {
        this(LIMITS);
    }

    World(SessionLimits limits) {
        bots.serve(bot, interpreter);
        nlu = new EngineAdapter(EngineSettings.nlu(1, 2, Duration.ofSeconds(2)), timers, metrics);
        Map<Limiter, Limiter.Budget> rates = Map.of(Limiter.INPUTS_BY_SESSION, new Limiter.Budget(1000, 1000));
        sessions = new Sessions(
                new Surroundings(
                        bots::resolve,
                        nlu,
                        hooks,
                        offered::add,
                        new RateLimits(rates, RateLimits.MAX_BUCKETS, timers, audit, metrics),
                        audit,
                        new Pseudonyms(new SecureRandom()),
                        metrics,
                        timers,
                        () -> loop,
                        Onlooker.NONE),
                limits);
    }

    static Principal key(String id, String... scopes) {
        return new Principal(
                new PrincipalId("key:" + id),
                Proof.API_KEY,
                Set.copyOf(Stream.of(scopes).map(Scope::new).toList()),
                new BotGrant.Every(),
                Optional.empty(),
                Optional.empty());
    }

    static Opening opening(Principal principal, String... client) {
        return new Opening(
                principal,
                SAMPLE,
                Optional.empty(),
                Stream.of(client).findFirst().map(ClientId::new));
    }

    static Input said(String words) {
        return new Input.Said(Heard.typed(new Utterance(words)));
    }

    Attachment open(Outlet outlet) {
        return get(sessions.open(opening(Principal.anonymous()), outlet));
    }

    Attachment open(Principal principal, Outlet outlet, String... client) {
        return get(sessions.open(opening(principal, client), outlet));
    }

    /** Runs until a future is there and returns its result. */
    <T> T get(Future<T> future) {
        loop.runUntil(future::isComplete);
        if (future.failed()) {
            throw new AssertionError(future.cause());
        }
        return future.result();
    }

    /** Runs until a future has failed and returns how it was refused. */
    RefusalCode refusal(Future<?> future) {
        loop.runUntil(future::isComplete);
        if (future.cause() instanceof RefusedException refused) {
            return refused.refusal().code();
        }
        throw new AssertionError("not refused", future.cause());
    }

    /** Opens a session by the connection and brings it to the point where it asks whom to pay. */
    Attachment openAndAskForPayee(RecordedOutlet outlet) {
        Attachment attachment = open(outlet);
        say(attachment, outlet, 1, "pay");
        return attachment;
    }

    /** Opens a session by the connection and brings it to the point where it waits for its hook. */
    Attachment openAndCallHook(RecordedOutlet outlet) {
        Attachment attachment = openAndAskForPayee(outlet);
        attachment.submit(2, said("anna"));
        loop.runUntil(() -> hooks.calls().size() == 1);
        return attachment;
    }

    /** Says something and runs until its turn is done. */
    void say(Attachment attachment, RecordedOutlet outlet, long sequence, String words) {
        long before = outlet.done();
        attachment.submit(sequence, said(words));
        loop.runUntil(() -> outlet.done() > before);
    }

    void advance(Duration by) {
        timers.advance(by);
        loop.run();
    }

    @Override
    public void close() {
        interpreter.within(() -> {});
        if (!nlu.close(Duration.ofSeconds(10))) {
            throw new AssertionError("understanding did not end");
        }
    }
}
