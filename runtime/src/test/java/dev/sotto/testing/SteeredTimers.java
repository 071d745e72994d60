package dev.sotto.testing;

import dev.sotto.time.Timers;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Time for a whole server, which passes only when a test says so. Tasks run on the event loop that they were set on, one
 * after the other in the order they are due, and are waited for. Safe for any thread.
 */
public final class SteeredTimers implements Timers {

    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final List<Pending> pending = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long order;

    public SteeredTimers(Vertx vertx, Instant start) {
        this.vertx = vertx;
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public synchronized long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public synchronized Alarm after(Duration delay, Runnable task) {
        Pending alarm = new Pending(now.plus(delay), order++, vertx.getOrCreateContext(), task);
        pending.add(alarm);
        return () -> cancel(alarm);
    }

    /** Lets time pass, running what falls due on the way at its due time. Not for event loops. */
    public void advance(Duration by) {
        Instant until = now().plus(by);
        for (Pending due = nextBefore(until); due != null; due = nextBefore(until)) {
            run(due);
        }
        synchronized (this) {
            now = until;
        }
    }

    private static void run(Pending due) {
        CountDownLatch done = new CountDownLatch(1);
        due.context().runOnContext(ignored -> {
            try {
                due.task().run();
            } finally {
                done.countDown();
            }
        });
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("an alarm's task does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private synchronized @Nullable Pending nextBefore(Instant until) {
        Pending next = pending.stream()
                .min(Comparator.comparing(Pending::due).thenComparingLong(Pending::order))
                .orElse(null);
        if (next == null || next.due().isAfter(until)) {
            return null;
        }
        pending.remove(next);
        now = next.due();
        return next;
    }

    private synchronized void cancel(Pending alarm) {
        pending.remove(alarm);
    }

    private record Pending(Instant due, long order, Context context, Runnable task) {}
}
