package dev.sotto.fulfilment;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps calls from a host that is away: after so many failures in a row none is made for a while, then one at a time to
 * see whether it is back. Safe for any thread; never waits.
 */
final class Breaker {

    private static final State CLOSED = new State(0, 0, Probe.NONE);

    private final int most;
    private final long pause;
    private final AtomicReference<State> state = new AtomicReference<>(CLOSED);

    /** @param most failures in a row after which it opens, at least one */
    Breaker(int most, Duration pause) {
        this.most = most;
        this.pause = pause.toNanos();
    }

    /**
     * What is known of the host.
     *
     * @param failures in a row
     * @param until nanoseconds, as a clock that never goes back counts them; means nothing while it is closed
     */
    private record State(int failures, long until, Probe probe) {}

    private enum Probe {
        NONE,
        UNDER_WAY
    }

    /** Returns whether a call may be made; one that may must be followed by one of the other three. */
    boolean admits(long now) {
        while (true) {
            State before = current();
            if (before.failures < most) {
                return true;
            }
            if (now - before.until < 0 || before.probe == Probe.UNDER_WAY) {
                return false;
            }
            if (state.compareAndSet(before, new State(before.failures, before.until, Probe.UNDER_WAY))) {
                return true;
            }
        }
    }

    /** Notes that the host answered; returns whether it had been open. */
    boolean answered() {
        return Objects.requireNonNull(state.getAndSet(CLOSED)).failures >= most;
    }

    /** Notes that the host did not answer; returns whether that has opened it. */
    boolean failed(long now) {
        State before = state.getAndUpdate(old -> new State(Math.min(most, old.failures + 1), now + pause, Probe.NONE));
        return Objects.requireNonNull(before).failures == most - 1;
    }

    /** Notes that the call told nothing about the host. */
    void inconclusive() {
        state.updateAndGet(old -> new State(old.failures, old.until, Probe.NONE));
    }

    private State current() {
        return Objects.requireNonNull(state.get());
    }

    /** Returns how many calls in a row failed. */
    int failures() {
        return current().failures;
    }
}
