package dev.sotto.speech.worker;

import dev.sotto.nlu.evaluation.Percentile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much later words came because their worker was lost, beside what may pass: 300 ms, and the time that decoding takes
 * for what was said until then. Times are a clock's, so they count on a machine that does nothing else.
 */
final class Recovery {

    private static final double MILLION = 1e6;
    private static final double FIXED = 300;

    private final List<Double> later = new ArrayList<>();
    private final List<Double> allowed = new ArrayList<>();
    private final double usual;
    private final double share;

    /**
     * @param usual how long a turn takes from its first frame to its words when nothing is lost
     * @param audio how long the turn lasts
     */
    Recovery(Duration usual, Duration audio) {
        this.usual = usual.toNanos() / MILLION;
        this.share = (double) usual.toNanos() / audio.toNanos();
    }

    /**
     * A turn in which a worker was lost.
     *
     * @param taken from its first frame to its words
     * @param spoken how much of it had been said
     */
    void add(Duration taken, Duration spoken) {
        later.add(Math.max(0, taken.toNanos() / MILLION - usual));
        allowed.add(FIXED + share * spoken.toMillis());
    }

    private static double percentile(List<Double> values, double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Percentile.of(share, sorted);
    }

    /** Returns the figures in a line. */
    @Override
    public String toString() {
        long within = 0;
        for (int i = 0; i < later.size(); i++) {
            within += later.get(i) <= allowed.get(i) ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "%d losses: words %.0f ms later (p50), %.0f ms (p95), allowed %.0f ms (p50), %.0f ms (p95);"
                        + " within what is allowed %d; real-time factor %.2f",
                later.size(),
                percentile(later, 0.5),
                percentile(later, 0.95),
                percentile(allowed, 0.5),
                percentile(allowed, 0.95),
                within,
                share);
    }
}
