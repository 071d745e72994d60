package dev.sotto.speech.spectrum;

import java.util.Arrays;

/**
 * Cuts audio of 16 kHz into frames, one each 10 ms, and tells the energy in each band of each. Holds work space; confined
 * to one thread at a time.
 */
public final class LogMel {

    /** Samples of one frame. */
    public static final int WINDOW = 410;

    /** Samples from one frame to the next. */
    public static final int SHIFT = 160;

    private static final double PRE_EMPHASIS = 0.97;
    private static final double[] HAMMING = hamming();

    private final Fourier fourier = new Fourier(MelBank.POINTS);
    private final double[] frame = new double[WINDOW];

    /** Returns how many frames so many samples hold. */
    public static int frames(int samples) {
        return samples < WINDOW ? 0 : (samples - WINDOW) / SHIFT + 1;
    }

    /** Returns the power spectrum of each frame: a row for each frame, a column for each bin. */
    public double[][] powers(double[] audio) {
        double[][] rows = new double[frames(audio.length)][MelBank.BINS];
        for (int row = 0; row < rows.length; row++) {
            window(audio, row * SHIFT);
            fourier.power(frame, rows[row]);
        }
        Arrays.fill(frame, 0);
        fourier.wipe();
        return rows;
    }

    /** Returns the logarithms of the energies: a row for each frame, a column for each band. */
    public static double[][] of(double[][] powers) {
        double[][] rows = new double[powers.length][MelBank.BANDS];
        for (int row = 0; row < rows.length; row++) {
            MelBank.instance().logEnergies(powers[row], rows[row]);
        }
        return rows;
    }

    /** Returns the power that pre-emphasis lets through at a frequency. */
    public static double emphasis(double frequency) {
        double angle = 2 * Math.PI * frequency / MelBank.RATE;
        double re = 1 - PRE_EMPHASIS * Math.cos(angle);
        double im = PRE_EMPHASIS * Math.sin(angle);
        return re * re + im * im;
    }

    private void window(double[] audio, int start) {
        double before = audio[start];
        for (int i = 0; i < WINDOW; i++) {
            double now = audio[start + i];
            frame[i] = (now - PRE_EMPHASIS * before) * HAMMING[i];
            before = now;
        }
    }

    private static double[] hamming() {
        double[] window = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            window[i] = 0.54 - 0.46 * Math.cos(2 * Math.PI * i / (WINDOW - 1));
        }
        return window;
    }
}
