package dev.sotto.session;

import dev.sotto.audit.AuditEvent;
import dev.sotto.time.Timers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The two times after which a session is over: without input, and in all. One alarm serves both; activity does not touch
 * it, and when it rings too early it is set again for the rest. Confined to the session's event loop.
 */
final class Lifespan {

    private final Timers timers;
    private final Executor loop;
    private final Consumer<AuditEvent.Deadline> expired;
    private final long idle;
    private final long end;
    private long lastActivity;
    private boolean busy;
    private Timers.@Nullable Alarm alarm;

    Lifespan(SessionLimits limits, Timers timers, Executor loop, Consumer<AuditEvent.Deadline> expired) {
        this.timers = timers;
        this.loop = loop;
        this.expired = expired;
        this.idle = limits.idle().toNanos();
        this.lastActivity = timers.nanos();
        this.end = lastActivity + limits.lifetime().toNanos();
    }

    /** Begins to count. */
    void begin() {
        check();
    }

    /** A turn has begun; while it lasts a session is not idle. */
    void busy() {
        busy = true;
    }

    /** Somebody came. */
    void noticed() {
        lastActivity = timers.nanos();
    }

    /** A turn is over: the idle time begins again. */
    void active() {
        busy = false;
        lastActivity = timers.nanos();
    }

    /** Stops counting. */
    void stop() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void check() {
        long now = timers.nanos();
        long left = end - now;
        if (left <= 0) {
            expired.accept(AuditEvent.Deadline.LIFETIME);
            return;
        }
        // With an idle time of zero there is nothing to wipe that was not wiped after the turn.
        long idleLeft = idle == 0 ? left : (busy ? idle : lastActivity + idle - now);
        if (idleLeft <= 0) {
            expired.accept(AuditEvent.Deadline.IDLE);
            return;
        }
        alarm = timers.after(Duration.ofNanos(Math.min(left, idleLeft)), () -> loop.execute(this::ring));
    }

    private void ring() {
        if (alarm != null) {
            alarm = null;
            check();
        }
    }
}
