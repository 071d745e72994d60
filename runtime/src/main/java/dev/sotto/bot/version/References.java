package dev.sotto.bot.version;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who still needs a thing, and lets go of it once when nobody does. Begins with one. Safe for any thread. */
final class References {

    private final AtomicInteger count = new AtomicInteger(1);
    private final Runnable whenUnused;

    References(Runnable whenUnused) {
        this.whenUnused = whenUnused;
    }

    /** Counts one more, unless the thing was let go already. */
    boolean retain() {
        int before = count.getAndUpdate(current -> current == 0 ? 0 : current + 1);
        return before > 0;
    }

    /** Counts one less. */
    void release() {
        int left = count.decrementAndGet();
        if (left == 0) {
            whenUnused.run();
        } else if (left < 0) {
            throw new IllegalStateException("released more often than retained");
        }
    }
}
