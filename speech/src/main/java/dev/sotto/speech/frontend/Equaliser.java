package dev.sotto.speech.frontend;

import dev.sotto.speech.spectrum.Cepstrum;
import dev.sotto.speech.spectrum.Fourier;
import dev.sotto.speech.spectrum.MelBank;

/**
 * Gives the speech of a turn the mean spectrum and level that the acoustic model expects, in one filter of 512 taps that
 * moves nothing in time. Takes the place of subtracting a running mean while decoding, and beats it in noise (measured).
 */
final class Equaliser {

    private Equaliser() {}

    /**
     * Returns the filtered audio.
     *
     * @param found the mean cepstra of the turn's speech
     * @param wanted those that it shall have
     */
    static double[] apply(double[] audio, Cepstrum cepstrum, double[] found, double[] wanted) {
        return filtered(audio, taps(gains(cepstrum, found, wanted), cepstrum));
    }

    /** The gain in each band, in nats of power. */
    private static double[] gains(Cepstrum cepstrum, double[] found, double[] wanted) {
        double[] change = new double[Cepstrum.SIZE];
        for (int k = 0; k < cepstrum.kept(); k++) {
            change[k] = wanted[k] - found[k];
        }
        return cepstrum.back(change);
    }

    private static double[] taps(double[] gains, Cepstrum cepstrum) {
        double[] spectrum = new double[MelBank.BINS];
        for (int bin = 0; bin < MelBank.BINS; bin++) {
            spectrum[bin] = Math.exp(interpolated(gains, cepstrum.first(), MelBank.frequency(bin)) / 2);
        }
        double[] response = new Fourier(MelBank.POINTS).symmetric(spectrum);
        double[] taps = new double[MelBank.POINTS];
        for (int i = 0; i < taps.length; i++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (taps.length - 1));
            taps[i] = response[(i + taps.length / 2) % taps.length] * hann;
        }
        return taps;
    }

    /** Straight between the centres of the bands, level beyond the outer ones. */
    private static double interpolated(double[] gains, int first, double frequency) {
        if (frequency <= MelBank.centre(first)) {
            return gains[0];
        }
        for (int i = 1; i < gains.length; i++) {
            double right = MelBank.centre(first + i);
            if (frequency <= right) {
                double left = MelBank.centre(first + i - 1);
                return gains[i - 1] + (gains[i] - gains[i - 1]) * (frequency - left) / (right - left);
            }
        }
        return gains[gains.length - 1];
    }

    private static double[] filtered(double[] audio, double[] taps) {
        double[] result = new double[audio.length];
        int half = taps.length / 2;
        for (int i = 0; i < audio.length; i++) {
            int from = Math.max(0, i + half - audio.length + 1);
            int to = Math.min(taps.length, i + half + 1);
            double sum = 0;
            for (int k = from; k < to; k++) {
                sum += taps[k] * audio[i + half - k];
            }
            result[i] = sum;
        }
        return result;
    }
}
