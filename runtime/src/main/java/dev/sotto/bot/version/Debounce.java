package dev.sotto.bot.version;

import dev.sotto.time.Timers;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs an action once it has been quiet for a while after a touch. Safe for any thread. */
final class Debounce implements AutoCloseable {

    private final Timers timers;
    private final Duration quiet;
    private final Runnable action;
    private final ReentrantLock lock = new ReentrantLock();

    private Timers.@Nullable Alarm alarm;
    private boolean closed;

    Debounce(Timers timers, Duration quiet, Runnable action) {
        this.timers = timers;
        this.quiet = quiet;
        this.action = action;
    }

    /** Something happened: the quiet begins anew. */
    void touch() {
        lock.lock();
        try {
            cancel();
            alarm = closed ? null : timers.after(quiet, action);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            cancel();
        } finally {
            lock.unlock();
        }
    }

    private void cancel() {
        if (alarm != null) {
            alarm.cancel();
        }
    }
}
