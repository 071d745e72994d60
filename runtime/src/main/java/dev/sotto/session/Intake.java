package dev.sotto.session;

import dev.sotto.refusal.Refusal;
import dev.sotto.turn.Input;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts a session's inputs and holds those that wait for their turn, in order and never more than its bound. Confined
 * to the session's event loop.
 *
 * <p>An input that is refused leaves its number free, and until that number comes again every higher one is refused for
 * the same reason: a client that had sent more before it heard of the refusal neither loses its order nor is accused of a
 * gap.
 */
final class Intake {

    /** What can be said to a number. */
    enum Standing {
        /** It is the next one. */
        NEXT,
        /** It was taken before. */
        TAKEN_BEFORE,
        /** A lower one was refused and has not come again. */
        BEHIND_REFUSED,
        /** Lower ones are missing. */
        GAP
    }

    /** An input with its number; 0 if no client has counted it. */
    record Numbered(long sequence, Input input, long arrived) {}

    private final int bound;
    private long received;
    private @Nullable Refusal refused;
    private @Nullable ArrayDeque<Numbered> waiting;

    Intake(int bound) {
        this.bound = bound;
    }

    /** Returns the number of the last input that was taken. */
    long received() {
        return received;
    }

    Standing standingOf(long sequence) {
        if (sequence <= received) {
            return Standing.TAKEN_BEFORE;
        }
        if (sequence == received + 1) {
            return Standing.NEXT;
        }
        return refused == null ? Standing.GAP : Standing.BEHIND_REFUSED;
    }

    /** Returns whether the next number was refused when it came last. */
    boolean isRefusing() {
        return refused != null;
    }

    /** Returns why it was; only if {@link #isRefusing}. */
    Refusal refused() {
        return Objects.requireNonNull(refused);
    }

    /** Returns whether the input of a number waits. */
    boolean isWaiting(long sequence) {
        return waiting != null && waiting.stream().anyMatch(input -> input.sequence() == sequence);
    }

    /** Notes that the next number was refused. */
    void refuse(Refusal why) {
        refused = why;
    }

    boolean isFull() {
        return waiting != null && waiting.size() >= bound;
    }

    /** Takes the next input. */
    void take(Numbered input) {
        received = input.sequence();
        refused = null;
        queue(input);
    }

    /** Takes an input that has no number. */
    void takeSpoken(Numbered input) {
        queue(input);
    }

    private void queue(Numbered input) {
        if (waiting == null) {
            waiting = new ArrayDeque<>(2);
        }
        waiting.addLast(input);
    }

    /** Takes a last input, past all that waits and whatever its number. */
    void overtake(long sequence) {
        received = Math.max(received, sequence);
        waiting = null;
    }

    /** Returns the input whose turn it is, if one waits. */
    @Nullable Numbered poll() {
        Numbered first = waiting == null ? null : waiting.pollFirst();
        if (waiting != null && waiting.isEmpty()) {
            waiting = null;
        }
        return first;
    }

    /** Gives the number of an input back, and with it those that wait behind it; returns all of these numbers. */
    List<Long> giveBack(long sequence, Refusal why) {
        List<Long> numbers = new ArrayList<>();
        for (long number = sequence; number <= received; number++) {
            numbers.add(number);
        }
        received = sequence - 1;
        if (waiting != null) {
            // What was spoken has no number to come again by.
            waiting.removeIf(input -> input.sequence() > 0);
        }
        refused = why;
        return numbers;
    }

    /** Lets go of what waits. */
    void wipe() {
        waiting = null;
        refused = null;
    }
}
