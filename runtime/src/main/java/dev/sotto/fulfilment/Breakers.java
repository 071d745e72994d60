package dev.sotto.fulfilment;

import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.AuditSink;
import dev.sotto.config.HookHost;
import dev.sotto.config.LimitsConfig;
import dev.sotto.metrics.Bound;
import dev.sotto.metrics.Metrics;
import dev.sotto.time.Timers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A breaker for each host that hooks may be called on. Safe for any thread; never waits. */
final class Breakers {

    private final Map<HookHost, Breaker> breakers = new ConcurrentHashMap<>();
    private final LimitsConfig.Hooks limits;
    private final Timers timers;
    private final Metrics metrics;
    private final AuditSink audit;

    Breakers(LimitsConfig.Hooks limits, Timers timers, Metrics metrics, AuditSink audit) {
        this.limits = limits;
        this.timers = timers;
        this.metrics = metrics;
        this.audit = audit;
        metrics.bound(Bound.HOOK_FAILURES, limits.failures(), this::worst);
    }

    private long worst() {
        return breakers.values().stream().mapToInt(Breaker::failures).max().orElse(0);
    }

    /**
     * Asks to call a host that is listed. What comes of the call must be told.
     *
     * @throws CallFailedException if it is not to be called now
     */
    void admit(HookHost host) throws CallFailedException {
        if (!of(host).admits(timers.nanos())) {
            throw new CallFailedException(Trouble.CIRCUIT);
        }
    }

    /** Takes note of an answer, whatever is in it. */
    void answered(HookHost host) {
        if (of(host).answered()) {
            audit.record(new AuditEvent.CircuitClosed(host.host()));
        }
    }

    /** Takes note of a call that failed. */
    void failed(HookHost host, Throwable fault) {
        if (!(fault instanceof CallFailedException known)) {
            of(host).inconclusive();
        } else if (known.trouble().showsAHost()) {
            answered(host);
        } else if (!known.trouble().showsNoHost()) {
            of(host).inconclusive();
        } else if (of(host).failed(timers.nanos())) {
            metrics.boundReached(Bound.HOOK_FAILURES);
            audit.record(new AuditEvent.CircuitOpened(host.host()));
        }
    }

    private Breaker of(HookHost host) {
        return breakers.computeIfAbsent(host, any -> new Breaker(limits.failures(), limits.pause()));
    }
}
