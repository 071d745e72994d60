package dev.sotto.fulfilment;

import dev.sotto.audit.AuditSink;
import dev.sotto.bot.Hook;
import dev.sotto.config.HookHost;
import dev.sotto.config.LimitsConfig;
import dev.sotto.config.ServerConfig;
import dev.sotto.dialogue.HookCall;
import dev.sotto.hook.HookHandler;
import dev.sotto.lex.LexHookEvent;
import dev.sotto.lex.LexHookJson;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.metrics.Bound;
import dev.sotto.metrics.Metrics;
import dev.sotto.time.Timers;
import dev.sotto.turn.HookAnswer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls hooks. Safe for any thread; never blocks; a call's answer comes on the context that the call was made on.
 *
 * <p>Names are looked up on threads of their own, for Java can do that only by blocking. There are no more look-ups at a
 * time than calls, and a call's time-out covers its look-up.
 */
public final class Hooks {

    private static final int LOOKUP_THREADS = 2;

    private final EventLog log = EventLog.of(Component.HOOKS);
    private final AtomicInteger calls = new AtomicInteger();
    private final Vertx vertx;
    private final Timers timers;
    private final Metrics metrics;
    private final int most;
    private final Optional<Signature> signature;
    private final Doorman doorman;
    private final NameLookup names;
    private final WorkerExecutor lookups;
    private final HookHttp http;
    private final Breakers breakers;
    private final Handlers handlers;

    /** Calls hooks where a configuration lets them be, and handlers that {@link ServiceLoader} finds. */
    public Hooks(
            Vertx vertx,
            ServerConfig.Hooks config,
            LimitsConfig.Hooks limits,
            Timers timers,
            Metrics metrics,
            AuditSink audit) {
        this(vertx, config, limits, timers, metrics, audit, NameLookup.SYSTEM);
    }

    Hooks(
            Vertx vertx,
            ServerConfig.Hooks config,
            LimitsConfig.Hooks limits,
            Timers timers,
            Metrics metrics,
            AuditSink audit,
            NameLookup names) {
        this.vertx = vertx;
        this.most = limits.calls();
        this.breakers = new Breakers(limits, timers, metrics, audit);
        this.handlers = new Handlers(found(), limits, timers, metrics);
        this.timers = timers;
        this.metrics = metrics;
        this.names = names;
        this.signature = config.secret().map(Signature::new);
        this.doorman = new Doorman(config.hosts(), config.privateAddresses());
        this.lookups = vertx.createSharedWorkerExecutor("sotto-hook-names", LOOKUP_THREADS);
        this.http = new HookHttp(vertx, config, limits.calls());
        metrics.bound(Bound.HOOK_CALLS, limits.calls(), calls::get);
    }

    private static List<HookHandler> found() {
        return ServiceLoader.load(HookHandler.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Calls a hook.
     *
     * @return what came of it, within the hook's time-out. Never fails
     */
    public Future<HookAnswer> call(HookOrigin origin, HookCall call) {
        if (calls.incrementAndGet() > most) {
            calls.decrementAndGet();
            metrics.boundReached(Bound.HOOK_CALLS);
            return Future.succeededFuture(failed(origin, call, new CallFailedException(Trouble.BUSY), timers.nanos()));
        }
        long begun = timers.nanos();
        Context context = vertx.getOrCreateContext();
        Promise<HookAnswer> answer = Promise.promise();
        context.runOnContext(go -> Future.succeededFuture()
                .compose(any -> exchange(context, origin, call))
                .<HookAnswer>map(HookAnswer.Answered::new)
                .onSuccess(answered -> metrics.hookCalled(HookOutcome.ANSWERED))
                .otherwise(fault -> failed(origin, call, fault, begun))
                .onComplete(done -> {
                    calls.decrementAndGet();
                    answer.handle(done);
                }));
        return answer.future();
    }

    private Future<LexHookResponse> exchange(Context context, HookOrigin origin, HookCall call) {
        if (Handlers.isMeant(call.hook().url())) {
            return handlers.call(origin, call);
        }
        try {
            HookHost host = doorman.host(call.hook().url());
            Signature key = signature.orElseThrow(() -> new CallFailedException(Trouble.HOST));
            breakers.admit(host);
            return exchange(context, origin, call, host, key)
                    .onSuccess(answered -> breakers.answered(host))
                    .onFailure(fault -> breakers.failed(host, fault));
        } catch (CallFailedException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<LexHookResponse> exchange(
            Context context, HookOrigin origin, HookCall call, HookHost host, Signature key) {
        try {
            Exchange exchange = new Exchange(
                    context,
                    timers,
                    http,
                    key,
                    call,
                    origin.idempotencyKey(call.id()),
                    body(origin, call.event()),
                    code -> log.warn(Event.HOOK_RETRIED, fields(origin, call, Field.code(code))));
            return exchange.begin(() -> lookUp(host, call.hook()));
        } catch (CallFailedException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Destination> lookUp(HookHost host, Hook hook) {
        return lookups.executeBlocking(
                () -> {
                    try {
                        return doorman.destination(host, hook.url(), names.addressesOf(host.host()));
                    } catch (UnknownHostException unknown) {
                        throw new CallFailedException(Trouble.NAME);
                    }
                },
                false);
    }

    /** Writes the event; one that is too large goes without what was not acted on. */
    private static byte[] body(HookOrigin origin, LexHookEvent event) throws CallFailedException {
        byte[] whole = LexHookJson.write(event, origin.toLex());
        if (whole.length <= LexHookJson.MAX_EVENT) {
            return whole;
        }
        Wiping.wipe(whole);
        byte[] least = LexHookJson.write(withoutAlternatives(event), origin.toLex());
        if (least.length <= LexHookJson.MAX_EVENT) {
            return least;
        }
        Wiping.wipe(least);
        throw new CallFailedException(Trouble.EVENT);
    }

    private static LexHookEvent withoutAlternatives(LexHookEvent event) {
        return new LexHookEvent(
                event.source(),
                event.label(),
                event.inputMode(),
                first(event.interpretations()),
                event.proposal(),
                event.sessionState(),
                first(event.transcriptions()));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(1, all.size()));
    }

    private HookAnswer failed(HookOrigin origin, HookCall call, Throwable fault, long begun) {
        Field took = Field.ms((timers.nanos() - begun) / 1_000_000);
        HookAnswer.Failure failure = HookAnswer.Failure.UNAVAILABLE;
        if (fault instanceof CallFailedException known) {
            failure = known.trouble().failure;
            log.warn(Event.HOOK_FAILED, fields(origin, call, Field.code(known.code()), took));
        } else {
            metrics.fault();
            log.fault(Event.HOOK_FAILED, fault, fields(origin, call, took));
        }
        metrics.hookCalled(failure);
        return new HookAnswer.Failed(failure);
    }

    private static Field[] fields(HookOrigin origin, HookCall call, Field... more) {
        Field[] fields = new Field[more.length + 5];
        fields[0] = Field.session(origin.session());
        fields[1] = Field.bot(origin.bot());
        fields[2] = Field.intent(call.intent());
        fields[3] = Field.hook(call.id());
        fields[4] = Field.host(call.hook().url());
        System.arraycopy(more, 0, fields, 5, more.length);
        return fields;
    }

    /** Ends what is under way. No call may follow. */
    public Future<Void> close() {
        return http.close().eventually(lookups::close).eventually(this::closeHandlers);
    }

    private Future<Void> closeHandlers() {
        return vertx.executeBlocking(() -> {
            handlers.close();
            return null;
        });
    }
}
