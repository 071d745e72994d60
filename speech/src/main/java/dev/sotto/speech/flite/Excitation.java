package dev.sotto.speech.flite;

import java.util.Arrays;

/**
 * What a throat makes before the mouth shapes it: pulses of the pitch and noise, each through a filter that says how much of
 * either there is in each band. Mutable; confined to one thread. The same noise each time.
 */
final class Excitation {

    private static final long MULTIPLIER = 6_364_136_223_846_793_005L;

    private final double[][] bands;
    private final int length;
    private final double[] pulseFilter;
    private final double[] noiseFilter;
    /** The last pulses and noises, twice in a row, so that a filter's length of them is always in one piece. */
    private final double[] pulses;

    private final double[] noises;
    private int place;
    private long seed;
    private double period;
    private double since;
    private double step;

    /** @param bands a filter for each band */
    Excitation(double[][] bands) {
        this.bands = bands;
        this.length = bands[0].length;
        this.pulseFilter = new double[length];
        this.noiseFilter = new double[length];
        this.pulses = new double[2 * length];
        this.noises = new double[2 * length];
    }

    /** Begins with a period in samples, 0 where there is no voice. */
    void begin(double first) {
        period = first;
        since = first;
    }

    /**
     * Goes on to the next frame.
     *
     * @param next period at its end, 0 where there is no voice
     * @param voiced how much of each band is tone
     */
    void frame(double next, double[] voiced, int samples) {
        Arrays.fill(pulseFilter, 0);
        Arrays.fill(noiseFilter, 0);
        for (int band = 0; band < bands.length; band++) {
            double tone = voiced[band];
            double[] filter = bands[band];
            for (int i = 0; i < length; i++) {
                pulseFilter[i] += tone * filter[i];
                noiseFilter[i] += (1 - tone) * filter[i];
            }
        }
        if (period != 0 && next != 0) {
            step = (next - period) / samples;
        } else {
            step = 0;
            since = next;
            period = 0;
        }
    }

    /** Ends a frame with the period that was given. */
    void end(double next) {
        period = next;
    }

    /** Returns the next sample. */
    double sample() {
        double pulse = 0;
        if (period != 0) {
            since += 1;
            if (since >= period) {
                pulse = Math.sqrt(period);
                since -= period;
            }
        }
        place = place == 0 ? length - 1 : place - 1;
        pulses[place] = pulse;
        pulses[place + length] = pulse;
        double noise = noise();
        noises[place] = noise;
        noises[place + length] = noise;
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += pulseFilter[i] * pulses[place + i] + noiseFilter[i] * noises[place + i];
        }
        period += step;
        return sum;
    }

    void wipe() {
        Arrays.fill(pulses, 0);
        Arrays.fill(noises, 0);
        Arrays.fill(pulseFilter, 0);
        Arrays.fill(noiseFilter, 0);
    }

    /** Plus or minus one, by the highest bit of a linear congruential generator (D. E. Knuth's). */
    private double noise() {
        seed = MULTIPLIER * seed + 1;
        return seed < 0 ? 1 : -1;
    }
}
