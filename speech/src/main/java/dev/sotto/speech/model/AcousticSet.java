package dev.sotto.speech.model;

import dev.sotto.speech.spectrum.Cepstrum;

/**
 * One way of hearing: Gaussians for one kind of audio, and what goes with them. Immutable.
 *
 * @param cepstrum what its features are taken from
 * @param gaussians around the mean that the front end gives the speech of a turn
 * @param streamWeights how much cepstra, slope and slope of the slope count
 * @param acousticScale how much sounds count beside words
 * @param beam how much worse than the likeliest words others may be and be followed, in nats
 */
public record AcousticSet(
        Cepstrum cepstrum, Gaussians gaussians, StreamWeights streamWeights, double acousticScale, double beam) {

    /** How much each stream counts; the sum of what they say in the logarithm is the score of a senone. */
    public record StreamWeights(double cepstra, double slope, double curve) {

        /** All alike. */
        static final StreamWeights EVEN = new StreamWeights(1, 1, 1);

        /** Noise and channels spoil the cepstra themselves most (measured). */
        static final StreamWeights NOISY = new StreamWeights(0.5, 1.2, 1);

        /** Returns them in order. */
        public double[] inOrder() {
            return new double[] {cepstra, slope, curve};
        }
    }
}
