package dev.sotto.health;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.time.Timers;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether to send people here. Ready means: started, not about to stop, and a self-test was understood a moment ago, so
 * that a server whose models no longer answer is taken out although its socket does. Safe for any thread.
 */
public final class Readiness {

    /** A self-test's result holds this long, however often somebody asks. */
    static final Duration HOLDS = Duration.ofSeconds(10);

    private static final EventLog LOG = EventLog.of(Component.HEALTH);

    private final SelfTest selfTest;
    private final Timers timers;
    private volatile boolean started;
    private volatile boolean draining;
    private final AtomicReference<@Nullable Tested> last = new AtomicReference<>();

    public Readiness(SelfTest selfTest, Timers timers) {
        this.selfTest = selfTest;
        this.timers = timers;
    }

    /** Has a model understand something whose meaning is known. */
    @FunctionalInterface
    public interface SelfTest {

        /** Returns whether it was understood. A failed future means that it was not. */
        Future<Boolean> run();
    }

    /** What an asker is told. */
    public enum Answer {
        /** Not yet. */
        STARTING,
        /** Send people. */
        READY,
        /** The models do not answer as they should. */
        UNWELL,
        /** No more; it is about to stop. */
        DRAINING
    }

    /** From now on people may come, if the self-test is understood. */
    public void started() {
        started = true;
    }

    /** From now on nobody should come any more. There is no way back. */
    public void draining() {
        draining = true;
    }

    /** Returns how it is now; runs the self-test if its last result is too old. Never fails. */
    public Future<Answer> ask() {
        if (draining) {
            return Future.succeededFuture(Answer.DRAINING);
        }
        if (!started) {
            return Future.succeededFuture(Answer.STARTING);
        }
        return tested().map(good -> good ? Answer.READY : Answer.UNWELL);
    }

    /** Those who ask while a test is under way wait for the same one. */
    private Future<Boolean> tested() {
        long now = timers.nanos();
        Tested before = last.get();
        if (before != null && now - before.since() < HOLDS.toNanos()) {
            return before.result();
        }
        Future<Boolean> result = run();
        last.set(new Tested(now, result));
        result.onSuccess(good -> tellOfChange(before, good));
        return result;
    }

    private Future<Boolean> run() {
        try {
            return selfTest.run().otherwise(failure -> {
                LOG.fault(Event.HEALTH_CHANGED, failure);
                return false;
            });
        } catch (RuntimeException e) {
            LOG.fault(Event.HEALTH_CHANGED, e);
            return Future.succeededFuture(false);
        }
    }

    private static void tellOfChange(@Nullable Tested before, boolean good) {
        boolean was = before != null && Boolean.TRUE.equals(before.result().result());
        if (was != good) {
            Field state = Field.state(good ? Answer.READY : Answer.UNWELL);
            if (good) {
                LOG.info(Event.HEALTH_CHANGED, state);
            } else {
                LOG.error(Event.HEALTH_CHANGED, state);
            }
        }
    }

    private record Tested(long since, Future<Boolean> result) {}
}
