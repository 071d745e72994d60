package dev.sotto.speech.frontend;

import java.util.Arrays;

/** Tells whether anybody may have spoken in a stretch of audio. */
public final class Quiet {

    private static final double RANGE = 1.8;
    private static final int LONGEST = 8;
    private static final int SMOOTHED = 2;

    /** What is quieter than this is silence, however it varies. */
    private static final double FLOOR = 64;

    private Quiet() {}

    /**
     * Returns whether the level of a stretch hardly changes.
     *
     * @param audio in units of 16-bit audio
     */
    public static boolean isQuiet(double[] audio, int count, int sampleRate) {
        int frame = sampleRate / 100;
        double[] levels = new double[count / frame];
        for (int i = 0; i < levels.length; i++) {
            double sum = 0;
            for (int k = i * frame; k < (i + 1) * frame; k++) {
                sum += audio[k] * audio[k];
            }
            levels[i] = Math.log(sum / frame + FLOOR);
        }
        double[] smooth = smooth(levels);
        double[] sorted = smooth.clone();
        Arrays.sort(sorted);
        double limit = sorted.length == 0 ? 0 : sorted[sorted.length / 10] + RANGE;
        return Arrays.stream(smooth).filter(level -> level > limit).count() < LONGEST;
    }

    private static double[] smooth(double[] levels) {
        double[] smooth = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            int from = Math.max(0, i - SMOOTHED);
            int to = Math.min(levels.length, i + SMOOTHED + 1);
            for (int k = from; k < to; k++) {
                smooth[i] += levels[k] / (to - from);
            }
        }
        return smooth;
    }
}
