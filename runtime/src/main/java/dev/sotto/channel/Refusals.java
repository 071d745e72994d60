package dev.sotto.channel;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusedException;

/**
 * Turns whatever went wrong into what a client may know of it. What was refused is told and counted; everything else is
 * a fault, which is logged without its message and told as a number. Safe for any thread.
 */
public final class Refusals {

    private static final EventLog LOG = EventLog.of(Component.CHANNEL);

    private final Metrics metrics;

    public Refusals(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Returns what to tell a client after a failure. */
    public Refusal explain(Throwable failure) {
        if (failure instanceof RefusedException refused) {
            metrics.refused(refused.refusal().code().code());
            return refused.refusal();
        }
        metrics.fault();
        return new Refusal.Fault(LOG.fault(Event.REQUEST_FAILED, failure).value());
    }
}
