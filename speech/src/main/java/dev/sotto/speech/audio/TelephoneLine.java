package dev.sotto.speech.audio;

import dev.sotto.speech.AudioFormat;

/** A telephone call's way: 300 to 3,400 Hz, 8,000 samples a second, µ-law. To measure with. Safe for many threads. */
public final class TelephoneLine {

    /** What comes out. */
    public static final AudioFormat FORMAT = new AudioFormat(AudioFormat.Encoding.MULAW, 8_000, 1);

    private static final double LOWEST = 300;
    private static final double HIGHEST = 3_400;
    /** Edges 200 Hz wide, which is narrow for a telephone: G.712 leaves 600 Hz at the upper one. */
    private static final int HALF = 156;

    private final double[] taps = new double[2 * HALF + 1];

    public TelephoneLine() {
        for (int i = -HALF; i <= HALF; i++) {
            taps[i + HALF] = Kaiser.STEEP.at((double) i / (HALF + 1)) * (lowPass(HIGHEST, i) - lowPass(LOWEST, i));
        }
    }

    /**
     * Returns what arrives.
     *
     * @param rate samples a second of what is sent
     */
    public byte[] carry(double[] audio, int rate) {
        double[] narrow = rate == FORMAT.sampleRate() ? audio : new Resampler(rate, FORMAT.sampleRate()).apply(audio);
        byte[] codes = new byte[narrow.length];
        for (int i = 0; i < narrow.length; i++) {
            double sum = 0;
            int from = Math.max(0, i - HALF);
            int to = Math.min(narrow.length - 1, i + HALF);
            for (int k = from; k <= to; k++) {
                sum += taps[i - k + HALF] * narrow[k];
            }
            codes[i] = G711.toMulaw(Samples.nearest(sum));
        }
        return codes;
    }

    private static double lowPass(double frequency, int i) {
        double share = 2 * frequency / FORMAT.sampleRate();
        return i == 0 ? share : Math.sin(Math.PI * share * i) / (Math.PI * i);
    }
}
