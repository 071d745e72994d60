package dev.sotto.testing;

import dev.sotto.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time that passes only when a test says so. Tasks run in the thread of the test, in the order they are due. */
public final class FakeTimers implements Timers {

    private final List<Pending> pending = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long order;

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
        Pending alarm = new Pending(now.plus(delay), order++, task);
        pending.add(alarm);
        return () -> cancel(alarm);
    }

    /** Lets time pass, running what falls due on the way at its due time. */
    public void advance(Duration by) {
        Instant until = now().plus(by);
        for (Pending due = nextBefore(until); due != null; due = nextBefore(until)) {
            due.task().run();
        }
        synchronized (this) {
            now = until;
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

    private record Pending(Instant due, long order, Runnable task) {}
}
