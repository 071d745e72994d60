package dev.sotto.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock with an alarm. A task runs on the event loop it was set on, never at once inside {@link #after}. */
public interface Timers {

    /** Returns the time of day. */
    Instant now();

    /** Returns nanoseconds since some moment, for measuring how long a thing took; never goes back. */
    long nanos();

    /** Returns the time zone that the machine is set to. */
    ZoneId zone();

    /**
     * Runs a task once, later.
     *
     * @return cancels it; harmless once it has run
     */
    Alarm after(Duration delay, Runnable task);

    /** A task that has been set for later. */
    interface Alarm {

        /** No task. */
        Alarm NONE = () -> {};

        /** Sees to it that the task does not run, unless it did. */
        void cancel();
    }
}
