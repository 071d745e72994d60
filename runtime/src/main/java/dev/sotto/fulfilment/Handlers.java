package dev.sotto.fulfilment;

import dev.sotto.config.LimitsConfig;
import dev.sotto.dialogue.HookCall;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.engine.EngineSettings;
import dev.sotto.hook.HookHandler;
import dev.sotto.hook.HookRequest;
import dev.sotto.lex.LexAnswerRules;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.MalformedAnswerException;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.RefusedException;
import dev.sotto.time.Timers;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls handlers in this process, on threads of their own. Safe for any thread; never blocks its caller. */
final class Handlers {

    private static final String SCHEME = "java";
    private static final Duration LAST_CALLS = Duration.ofSeconds(1);

    private final Map<String, HookHandler> handlers;
    private final EngineAdapter threads;
    private final Timers timers;

    /** @param handlers no two of a name */
    Handlers(List<HookHandler> handlers, LimitsConfig.Hooks limits, Timers timers, Metrics metrics) {
        this.handlers = handlers.stream().collect(Collectors.toMap(HookHandler::name, Function.identity()));
        this.threads = new EngineAdapter(EngineSettings.handlers(limits.handlers()), timers, metrics);
        this.timers = timers;
    }

    /** Returns whether an address is that of a handler. */
    static boolean isMeant(URI url) {
        return SCHEME.equals(url.getScheme());
    }

    /** Calls a handler. The future fails with {@link CallFailedException}. */
    Future<LexHookResponse> call(HookOrigin origin, HookCall call) {
        HookHandler handler = handlers.get(call.hook().url().getSchemeSpecificPart());
        if (handler == null) {
            return Future.failedFuture(new CallFailedException(Trouble.HANDLER));
        }
        HookRequest request = new HookRequest(origin.idempotencyKey(call.id()), origin.toLex(), call.event());
        Duration timeout = call.hook().timeout();
        long begun = timers.nanos();
        return threads.call(() -> answer(handler, request), timeout)
                .recover(fault -> Future.failedFuture(failure(fault, timers.nanos() - begun, timeout)));
    }

    /** What a handler throws may quote a person, so nothing of it goes any further. */
    private static LexHookResponse answer(HookHandler handler, HookRequest request) throws CallFailedException {
        LexHookResponse response;
        try {
            response = handler.handle(request);
        } catch (Exception | LinkageError e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new CallFailedException(Trouble.HANDLER_FAILED);
        }
        try {
            return LexAnswerRules.checked(response);
        } catch (MalformedAnswerException e) {
            throw new CallFailedException(Trouble.ANSWER, e.flaw().code());
        }
    }

    private static CallFailedException failure(Throwable fault, long nanos, Duration timeout) {
        if (fault instanceof CallFailedException known) {
            return known;
        }
        boolean late = fault instanceof RefusedException && nanos >= timeout.toNanos();
        return new CallFailedException(
                late ? Trouble.TIMEOUT : fault instanceof RefusedException ? Trouble.BUSY : Trouble.HANDLER_FAILED);
    }

    /** Ends the threads; a handler that does not end keeps its own, which ends with the process. Blocks. */
    void close() {
        threads.close(LAST_CALLS);
    }
}
