package dev.sotto.cli;

import dev.sotto.speech.audio.Resampler;
import java.util.Random;

/**
 * Mixes noise into recordings as the public benchmark of spoken orders does: the loudest frame of 2,048 samples of the
 * speech against that of the noise makes the ratio, a stretch of the noise taken at random is as long as the speech, and
 * the sum is brought to half of full scale. The same seed mixes the same. Confined to one thread.
 */
final class NoiseMixer {

    private static final int FRAME = 2_048;

    private final double[] noise;
    private final int rate;
    private final double decibels;
    private final Random random;

    /**
     * @param noise at least one sample
     * @param decibels how much louder the speech is
     */
    NoiseMixer(double[] noise, int rate, double decibels, long seed) {
        this.noise = noise;
        this.rate = rate;
        this.decibels = decibels;
        this.random = new Random(seed);
    }

    /** Returns speech with noise. */
    double[] mix(double[] speech, int speechRate) {
        double[] whole = rate == speechRate ? noise : new Resampler(rate, speechRate).apply(noise);
        double[] piece = new double[speech.length];
        int start = random.nextInt(Math.max(1, whole.length - speech.length));
        for (int i = 0; i < piece.length; i++) {
            piece[i] = whole[(start + i) % whole.length];
        }
        double factor = Math.sqrt(loudest(speech) / loudest(piece) / Math.pow(10, decibels / 10));
        double peak = 1e-9;
        for (int i = 0; i < piece.length; i++) {
            piece[i] = speech[i] + factor * piece[i];
            peak = Math.max(peak, Math.abs(piece[i]));
        }
        for (int i = 0; i < piece.length; i++) {
            piece[i] *= Short.MAX_VALUE / (2 * peak);
        }
        return piece;
    }

    private static double loudest(double[] audio) {
        double most = 1e-9;
        for (int start = 0; start == 0 || start + FRAME <= audio.length; start += FRAME) {
            double energy = 0;
            for (int i = start; i < Math.min(start + FRAME, audio.length); i++) {
                energy += audio[i] * audio[i];
            }
            most = Math.max(most, energy);
        }
        return most;
    }
}
