package dev.sotto.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A budget that refills steadily: each taking costs one, and time gives one back every so often. Safe for any thread. It
 * holds one number, the moment at which it would be full again (the virtual scheduling form of the leaky bucket, ITU-T
 * I.371 annex A).
 */
final class TokenBucket {

    private final long interval;
    private final long depth;
    private final AtomicLong fullAt;
    private final AtomicBoolean refusing = new AtomicBoolean();

    TokenBucket(Limiter.Budget budget, long now) {
        this.interval = Duration.ofMinutes(1).toNanos() / budget.perMinute();
        this.depth = interval * budget.burst();
        this.fullAt = new AtomicLong(now);
    }

    /** Takes one if there is one; returns how long until there is, zero if it was taken. */
    Duration take(long now) {
        while (true) {
            long seen = fullAt.get();
            Duration wait = waitFor(seen, now);
            if (!wait.isZero()) {
                return wait;
            }
            // The difference, not the values, is compared: nanoseconds may start anywhere and wrap.
            long from = seen - now > 0 ? seen : now;
            if (fullAt.compareAndSet(seen, from + interval)) {
                refusing.set(false);
                return Duration.ZERO;
            }
        }
    }

    /** Returns how long until there is one to take, zero if there is now. */
    Duration waitFor(long now) {
        return waitFor(fullAt.get(), now);
    }

    /** Returns true once after each time that one was granted. */
    boolean isFirstRefusal() {
        return refusing.compareAndSet(false, true);
    }

    private Duration waitFor(long full, long now) {
        long excess = full - now + interval - depth;
        return excess > 0 ? Duration.ofNanos(excess) : Duration.ZERO;
    }
}
