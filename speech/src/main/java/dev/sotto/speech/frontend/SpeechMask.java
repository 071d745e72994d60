package dev.sotto.speech.frontend;

import dev.sotto.speech.spectrum.Cepstrum;
import java.util.Arrays;

/**
 * Which frames of a turn are speech: those whose energy, smoothed over five frames, lies a share of the way from the quiet
 * ones to the loud ones. Immutable.
 */
final class SpeechMask {

    /** Takes what is doubtful for speech. */
    static final double GENEROUS = 0.35;

    /** Takes what is doubtful for a pause. */
    static final double STRICT = 0.5;

    private static final double QUIET = 0.10;
    private static final double LOUD = 0.97;
    private static final int SMOOTHED = 2;

    private final double[] energies;
    private final boolean[] speech;

    /**
     * @param logMel at least one frame
     * @param share how far from quiet to loud, 0 to 1
     */
    SpeechMask(double[][] logMel, Cepstrum cepstrum, double share) {
        this.energies = energies(logMel, cepstrum);
        double[] smooth = smooth(energies);
        double[] sorted = smooth.clone();
        Arrays.sort(sorted);
        double low = percentile(sorted, QUIET);
        double limit = low + share * (percentile(sorted, LOUD) - low);
        this.speech = new boolean[smooth.length];
        for (int i = 0; i < smooth.length; i++) {
            speech[i] = smooth[i] > limit;
        }
    }

    /** Returns how many frames. */
    int frames() {
        return speech.length;
    }

    boolean isSpeech(int frame) {
        return speech[frame];
    }

    /** Returns the first frame of speech, or -1. */
    int first() {
        for (int i = 0; i < speech.length; i++) {
            if (speech[i]) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the last frame of speech, or -1. */
    int last() {
        for (int i = speech.length - 1; i >= 0; i--) {
            if (speech[i]) {
                return i;
            }
        }
        return -1;
    }

    /** Returns how much louder the pauses are than the speech, in nats; the lower, the clearer. 0 without any pause. */
    double noise() {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int i = 0; i < speech.length; i++) {
            int kind = speech[i] ? 1 : 0;
            sums[kind] += energies[i];
            counts[kind]++;
        }
        return counts[0] == 0 || counts[1] == 0 ? 0 : sums[0] / counts[0] - sums[1] / counts[1];
    }

    private static double[] energies(double[][] logMel, Cepstrum cepstrum) {
        double[] energies = new double[logMel.length];
        for (int i = 0; i < logMel.length; i++) {
            for (int band = 0; band < cepstrum.bands(); band++) {
                energies[i] += logMel[i][cepstrum.first() + band] / cepstrum.bands();
            }
        }
        return energies;
    }

    private static double[] smooth(double[] values) {
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - SMOOTHED);
            int to = Math.min(values.length, i + SMOOTHED + 1);
            for (int k = from; k < to; k++) {
                smooth[i] += values[k] / (to - from);
            }
        }
        return smooth;
    }

    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
