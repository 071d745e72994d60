package dev.sotto.speech.spectrum;

/**
 * The 25 overlapping triangular bands, even on the mel scale from 130 to 6,800 Hz, by which the acoustic model hears.
 * Immutable.
 */
public final class MelBank {

    /** Samples a second. */
    public static final int RATE = 16_000;

    /** Points of the Fourier transform. */
    public static final int POINTS = 512;

    /** Bins of its power spectrum. */
    public static final int BINS = POINTS / 2 + 1;

    /** How many bands. */
    public static final int BANDS = 25;

    private static final double LOWEST = 130;
    private static final double HIGHEST = 6_800;
    private static final double SILENCE = 1e-10;
    private static final MelBank INSTANCE = new MelBank();

    private final double[][] weights = new double[BANDS][BINS];
    private final int[] from = new int[BANDS];
    private final int[] to = new int[BANDS];

    private MelBank() {
        double low = mel(LOWEST);
        double step = step();
        for (int band = 0; band < BANDS; band++) {
            double left = low + band * step;
            from[band] = BINS;
            for (int bin = 0; bin < BINS; bin++) {
                double mel = mel(bin * (double) RATE / POINTS);
                double weight = Math.min((mel - left) / step, (left + 2 * step - mel) / step);
                if (weight > 0) {
                    weights[band][bin] = weight;
                    from[band] = Math.min(from[band], bin);
                    to[band] = bin + 1;
                }
            }
        }
    }

    /** Returns the bands. */
    public static MelBank instance() {
        return INSTANCE;
    }

    /** Returns the frequency, in Hz, at which a band is strongest. */
    public static double centre(int band) {
        return 700 * (Math.exp((mel(LOWEST) + (band + 1) * step()) / 1127) - 1);
    }

    /** Returns the frequency, in Hz, of a bin. */
    public static double frequency(int bin) {
        return bin * (double) RATE / POINTS;
    }

    /** Writes the natural logarithm of the energy in each band. */
    public void logEnergies(double[] power, double[] bands) {
        for (int band = 0; band < BANDS; band++) {
            double sum = 0;
            double[] weight = weights[band];
            for (int bin = from[band]; bin < to[band]; bin++) {
                sum += weight[bin] * power[bin];
            }
            bands[band] = Math.log(Math.max(sum, SILENCE));
        }
    }

    private static double step() {
        return (mel(HIGHEST) - mel(LOWEST)) / (BANDS + 1);
    }

    private static double mel(double frequency) {
        return 1127 * Math.log(1 + frequency / 700);
    }
}
