package dev.sotto.session;

import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import java.util.ArrayDeque;
import java.util.List;

/**
 * The outputs of a session in their order, for a client that comes back. Acknowledged ones are let go; when there are
 * more than the bound, the oldest go too. Confined to the session's event loop.
 */
final class OutputLog {

    private final int bound;
    // Small, because most sessions acknowledge what they get and so never hold more than a turn.
    private ArrayDeque<Envelope<Output>> kept = new ArrayDeque<>(4);
    private long last;
    private long dropped;

    OutputLog(int bound) {
        this.bound = bound;
    }

    /** Returns the number of the last output; 0 before the first. */
    long last() {
        return last;
    }

    /** Appends an output; returns whether an older one had to go that was not acknowledged. */
    boolean append(Envelope<Output> output) {
        if (output.sequence() != last + 1) {
            throw new IllegalStateException("outputs are numbered without gaps");
        }
        last = output.sequence();
        kept.addLast(output);
        if (kept.size() <= bound) {
            return false;
        }
        dropped = kept.removeFirst().sequence();
        return true;
    }

    /** Lets go of the outputs up to a number. */
    void acknowledge(long upto) {
        while (!kept.isEmpty() && kept.getFirst().sequence() <= upto) {
            dropped = kept.removeFirst().sequence();
        }
    }

    /** Returns whether everything after a number is still here. */
    boolean reachesBackTo(long seen) {
        return seen >= dropped;
    }

    /** Returns what is kept, oldest first. */
    List<Envelope<Output>> kept() {
        return List.copyOf(kept);
    }

    /** Returns what is kept of the turn that an input caused. */
    List<Envelope<Output>> causedBy(long cause) {
        return kept.stream().filter(output -> output.cause() == cause).toList();
    }

    /** Lets go of everything; the numbering goes on. */
    void wipe() {
        kept = new ArrayDeque<>(4);
        dropped = last;
    }
}
