package dev.sotto.health;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.metrics.Metrics;
import dev.sotto.sensitive.HeapSweep;
import dev.sotto.time.Timers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/**
 * Has dead text overwritten in memory when the server has been quiet for a while after it handled some. Nobody waits for
 * a sweep: it runs on a worker when nothing goes on, and ends early if something begins to. A server that is never quiet
 * needs none, for what it allocates overwrites what it forgot. {@link #stirred} is for any thread; the rest is confined
 * to the event loop that called {@link #start}.
 */
public final class HeapHygiene {

    private static final EventLog LOG = EventLog.of(Component.HEALTH);
    private static final int LOOKS = 4;

    private final Duration quiet;
    private final Metrics metrics;
    private final ToLongFunction<BooleanSupplier> sweep;
    private final AtomicLong stirs = new AtomicLong();
    private long seen;
    private long seenAt;
    private long swept;
    private Optional<Timers.Alarm> next = Optional.empty();

    /**
     * @param quiet how long nothing must have gone on; zero: never sweep
     */
    public HeapHygiene(Duration quiet, Metrics metrics) {
        this(quiet, metrics, HeapSweep::run);
    }

    HeapHygiene(Duration quiet, Metrics metrics, ToLongFunction<BooleanSupplier> sweep) {
        this.quiet = quiet;
        this.metrics = metrics;
        this.sweep = sweep;
    }

    /** Says that something people said was handled or let go. Cheap. */
    public void stirred() {
        stirs.incrementAndGet();
    }

    /** Begins to look, four times in a quiet time, whether there is something to sweep. */
    public void start(Vertx vertx, Timers timers) {
        if (!quiet.isZero()) {
            seenAt = timers.nanos();
            lookLater(vertx, timers);
        }
    }

    /** Stops looking. */
    public void close() {
        next.ifPresent(Timers.Alarm::cancel);
        next = Optional.empty();
    }

    private void lookLater(Vertx vertx, Timers timers) {
        next = Optional.of(timers.after(
                quiet.dividedBy(LOOKS),
                () -> look(vertx, timers).onComplete(done -> {
                    if (next.isPresent()) {
                        lookLater(vertx, timers);
                    }
                })));
    }

    /** Never fails. */
    Future<Void> look(Vertx vertx, Timers timers) {
        long now = timers.nanos();
        long count = stirs.get();
        if (count != seen) {
            seen = count;
            seenAt = now;
        }
        if (count == swept || now - seenAt < quiet.toNanos()) {
            return Future.succeededFuture();
        }
        Callable<Long> work = () -> sweep.applyAsLong(() -> stirs.get() != count);
        return vertx.executeBlocking(work, false)
                .<Void>map(bytes -> {
                    // What stirred meanwhile is left for the next time.
                    swept = count;
                    Duration took = Duration.ofNanos(timers.nanos() - now);
                    metrics.heapSwept(took);
                    LOG.debug(Event.HEAP_SWEPT, Field.took(took), Field.bytes(bytes));
                    return null;
                })
                .otherwise(failure -> {
                    LOG.fault(Event.HEAP_SWEPT, failure);
                    return null;
                });
    }
}
