package dev.sotto.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * The most that a server bears, between a rate that it bore and one that it did not.
 *
 * @param borne turns a second; 0 if it bore none that was tried
 * @param unbearable turns a second, the lowest that was too much, if any was
 */
record Saturation(double borne, Optional<Double> unbearable) {

    private static final double STEP = 1.5;
    private static final double NEAR_ENOUGH = 1.12;
    private static final double LEAST = 1;

    /** Tries rates. Blocking. */
    interface Probe {

        /** Returns whether the server answers this many turns a second well enough. */
        boolean bears(double rate) throws IOException, TimeoutException;
    }

    /**
     * Looks for it, first in large steps from a rate, then in halves.
     *
     * @param most the rate at which it is not looked for any higher
     */
    static Saturation search(double from, double most, Probe probe) throws IOException, TimeoutException {
        return probe.bears(from) ? climb(from, most, probe) : descend(from, probe);
    }

    private static Saturation climb(double from, double most, Probe probe) throws IOException, TimeoutException {
        double good = from;
        while (good < most) {
            double next = good * STEP;
            if (!probe.bears(next)) {
                return narrow(good, next, probe);
            }
            good = next;
        }
        return new Saturation(good, Optional.empty());
    }

    private static Saturation descend(double from, Probe probe) throws IOException, TimeoutException {
        double bad = from;
        while (bad > LEAST) {
            double next = bad / STEP;
            if (probe.bears(next)) {
                return narrow(next, bad, probe);
            }
            bad = next;
        }
        return new Saturation(0, Optional.of(bad));
    }

    private static Saturation narrow(double good, double bad, Probe probe) throws IOException, TimeoutException {
        double low = good;
        double high = bad;
        while (high / low > NEAR_ENOUGH) {
            double middle = Math.sqrt(low * high);
            if (probe.bears(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Saturation(low, Optional.of(high));
    }
}
