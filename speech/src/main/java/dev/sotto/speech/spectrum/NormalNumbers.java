package dev.sotto.speech.spectrum;

import java.util.SplittableRandom;

/**
 * Normally distributed numbers, the same for the same seed on every machine. Quick rather than fine: there are 65,536 of
 * them. Confined to one thread at a time.
 */
public final class NormalNumbers {

    private static final int TABLE = 1 << 16;
    private static final float[] QUANTILES = quantiles();

    private final SplittableRandom random;
    private long bits;
    private int left;

    public NormalNumbers(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns the next one, of mean 0 and variance 1. */
    public double next() {
        if (left == 0) {
            bits = random.nextLong();
            left = 4;
        }
        left--;
        int index = (int) bits & (TABLE - 1);
        bits >>>= 16;
        return QUANTILES[index];
    }

    /** Returns a number evenly spread from 0 to below 1. */
    public double uniform() {
        return random.nextDouble();
    }

    private static float[] quantiles() {
        float[] table = new float[TABLE];
        for (int i = 0; i < TABLE / 2; i++) {
            double value = lowerQuantile((i + 0.5) / TABLE);
            table[i] = (float) value;
            table[TABLE - 1 - i] = (float) -value;
        }
        return table;
    }

    /** The value below which a share of at most a half lies, to 0.0005: Abramowitz and Stegun, 26.2.23. */
    private static double lowerQuantile(double share) {
        double tail = Math.sqrt(-2 * Math.log(share));
        double above = 2.515517 + tail * (0.802853 + tail * 0.010328);
        double below = 1 + tail * (1.432788 + tail * (0.189269 + tail * 0.001308));
        return above / below - tail;
    }
}
