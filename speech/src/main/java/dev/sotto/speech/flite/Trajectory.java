package dev.sotto.speech.flite;

import java.util.Arrays;

/**
 * The way of a voice's spectrum through a phrase: of all ways, the likeliest for what the model says about its values and
 * about how they change (K. Tokuda et al., Speech parameter generation algorithms for HMM-based speech synthesis, ICASSP
 * 2000). A system of linear equations with five diagonals for each coefficient. Confined to one thread.
 */
final class Trajectory {

    /** Half of the difference between the next value and the one before: how a change is reckoned. */
    static final double CHANGE = 0.5;

    /** Takes the place of a spread of nothing. */
    private static final double UNKNOWN_SPREAD = 0.0962;

    private final int frames;
    private final double[] diagonal;
    private final double[] second;
    private final double[] right;

    /** @param frames how many, 1 or more */
    Trajectory(int frames) {
        this.frames = frames;
        this.diagonal = new double[frames];
        this.second = new double[frames];
        this.right = new double[frames];
    }

    /**
     * Finds the way of one coefficient.
     *
     * @param means and spreads of its values and of their changes, a row of frames each
     * @return a row of frames
     */
    double[] solve(double[] means, double[] spreads, double[] changes, double[] changeSpreads) {
        for (int t = 0; t < frames; t++) {
            double weight = weight(spreads[t]);
            diagonal[t] = weight;
            right[t] = weight * means[t];
            second[t] = 0;
        }
        for (int t = 0; t < frames; t++) {
            addChange(t, changes[t], weight(changeSpreads[t]));
        }
        // Values next to each other do not meet in an equation, only those with one in between.
        for (int t = 0; t + 2 < frames; t++) {
            double factor = second[t] / diagonal[t];
            diagonal[t + 2] -= factor * second[t];
            right[t + 2] -= factor * right[t];
        }
        double[] way = new double[frames];
        for (int t = frames - 1; t >= 0; t--) {
            double rest = t + 2 < frames ? second[t] * way[t + 2] : 0;
            way[t] = (right[t] - rest) / diagonal[t];
        }
        return way;
    }

    void wipe() {
        Arrays.fill(diagonal, 0);
        Arrays.fill(second, 0);
        Arrays.fill(right, 0);
    }

    private void addChange(int t, double change, double weight) {
        boolean before = t > 0;
        boolean after = t + 1 < frames;
        if (before) {
            diagonal[t - 1] += CHANGE * CHANGE * weight;
            right[t - 1] -= CHANGE * weight * change;
        }
        if (after) {
            diagonal[t + 1] += CHANGE * CHANGE * weight;
            right[t + 1] += CHANGE * weight * change;
        }
        if (before && after) {
            second[t - 1] -= CHANGE * CHANGE * weight;
        }
    }

    private static double weight(double spread) {
        double square = spread * spread;
        return 1 / (square > 0 ? square : UNKNOWN_SPREAD);
    }
}
