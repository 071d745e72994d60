package dev.sotto.bench;

import dev.sotto.nlu.evaluation.Percentile;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** How long the turns of one run took, each counted from the moment it was due. Safe for many threads. */
final class Latencies {

    /** What a turn is counted as that had no answer when the run was given up. */
    static final String UNANSWERED = "bench.unanswered";

    private static final double NANOS_PER_MS = 1e6;

    private final long[] took;
    private final long[] late;
    private final Map<String, Integer> refused = new TreeMap<>();
    private int answered;
    private int sent;
    private int ended;
    private boolean closed;

    /** Makes room for this many turns. */
    Latencies(int turns) {
        this.took = new long[turns];
        this.late = new long[turns];
    }

    /** A turn was sent, so much later than it was due. */
    synchronized void sent(long lateNanos) {
        late[sent++] = lateNanos;
    }

    /** A turn was answered, so much later than it was due. What comes after the run was closed is too late to count. */
    synchronized void answered(long tookNanos) {
        if (!closed) {
            took[answered++] = tookNanos;
            ended++;
        }
    }

    /** A turn was not answered, for the reason that this code tells. */
    synchronized void refused(String code) {
        if (!closed) {
            refused.merge(code, 1, Integer::sum);
            ended++;
        }
    }

    /** Returns whether every turn has come to an end, good or bad. */
    synchronized boolean isComplete() {
        return ended == took.length;
    }

    /** Counts what is still open as unanswered. */
    synchronized void close() {
        if (!isComplete()) {
            refused.merge(UNANSWERED, took.length - ended, Integer::sum);
        }
        closed = true;
    }

    /** Returns how many turns there were. */
    int turns() {
        return took.length;
    }

    /** Returns how many turns were not answered, by code. */
    synchronized Map<String, Integer> refusals() {
        return Map.copyOf(refused);
    }

    /**
     * Returns the milliseconds within which this share of all turns was answered; infinite if fewer were, for a refused
     * turn is no quick turn.
     *
     * @param share above 0, at most 1
     */
    synchronized double within(double share) {
        int rank = Percentile.rank(share, took.length);
        return rank > answered ? Double.POSITIVE_INFINITY : nth(took, answered, rank);
    }

    /** Returns the milliseconds by which this share of the turns was sent too late, at most. */
    synchronized double lateWithin(double share) {
        return sent == 0 ? 0 : nth(late, sent, Percentile.rank(share, sent));
    }

    private static double nth(long[] nanos, int count, int rank) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[rank - 1] / NANOS_PER_MS;
    }
}
