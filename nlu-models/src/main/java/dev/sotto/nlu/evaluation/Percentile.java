package dev.sotto.nlu.evaluation;

/**
 * Percentiles by nearest rank, the least value that so large a share of all is not above: no value is made up, and of a few
 * the worst is the 99th. Pure functions.
 */
public final class Percentile {

    private Percentile() {}

    /**
     * Returns which of several sorted values it is, counted from 1.
     *
     * @param share above 0, at most 1
     * @param count of all, at least 1
     */
    public static int rank(double share, int count) {
        return Math.max(1, (int) Math.ceil(share * count));
    }

    /**
     * Returns the value; infinite if there are none.
     *
     * @param share above 0, at most 1
     * @param sorted ascending
     */
    public static double of(double share, double[] sorted) {
        return sorted.length == 0 ? Double.POSITIVE_INFINITY : sorted[rank(share, sorted.length) - 1];
    }
}
