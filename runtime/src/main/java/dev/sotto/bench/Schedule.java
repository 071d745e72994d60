package dev.sotto.bench;

import java.time.Duration;

/**
 * When each turn of a run is due: at equal distances from the start, whatever became of the turns before.
 *
 * @param rate turns a second
 * @param turns how many there are
 */
record Schedule(double rate, int turns) {

    private static final double NANOS = 1e9;

    Schedule {
        if (!(rate > 0) || turns < 1) {
            throw new IllegalArgumentException("expected a rate above zero and at least one turn");
        }
    }

    /** Returns the schedule that fills a time. */
    static Schedule of(double rate, Duration length) {
        return new Schedule(rate, (int) Math.max(1, Math.round(rate * length.toMillis() / 1000)));
    }

    /** Returns how long after the start a turn is due, in nanoseconds; the first is due at the start. */
    long dueAfter(int turn) {
        return (long) (turn * NANOS / rate);
    }
}
