package dev.sotto.speech.model;

import dev.sotto.speech.spectrum.LogMel;
import dev.sotto.speech.spectrum.MelBank;

/**
 * The noise that Gaussians are compensated for: steady, with the spectrum of far speech. Its shape hardly matters, its
 * level does (measured).
 *
 * @param level how much louder than the model's mean, in nats; 0 is about 3 dB below the speech
 * @param modulation how much the level swings from frame to frame, in nats
 */
record Noise(double level, double modulation) {

    private static final double[] SHAPE = shape();

    /** Returns the shape over the bands, around 0. */
    double shape(int band) {
        return SHAPE[band];
    }

    /** Returns how much a band swings by itself from frame to frame. */
    double spread(int band) {
        return 0.8 + (0.3 - 0.8) * band / (MelBank.BANDS - 1);
    }

    /** Returns how far speech and noise in a band are from being at right angles: the low bands are narrow. */
    double phase(int band) {
        return 0.225 + (0.1 - 0.225) * band / (MelBank.BANDS - 1);
    }

    /** Flat up to 500 Hz, 9 dB less for each octave above, through the front end's pre-emphasis. */
    private static double[] shape() {
        double[] power = new double[MelBank.BINS];
        for (int bin = 0; bin < MelBank.BINS; bin++) {
            double frequency = MelBank.frequency(bin);
            double slope = frequency < 500 ? 1 : Math.pow(frequency / 500, -3);
            power[bin] = slope * LogMel.emphasis(frequency);
        }
        double[] bands = new double[MelBank.BANDS];
        MelBank.instance().logEnergies(power, bands);
        double mean = 0;
        for (double band : bands) {
            mean += band / MelBank.BANDS;
        }
        for (int band = 0; band < bands.length; band++) {
            bands[band] -= mean;
        }
        return bands;
    }
}
