package dev.sotto.speech.spectrum;

import java.util.Arrays;

/** The discrete Fourier transform of one size, a power of two. Holds its work space; confined to one thread at a time. */
public final class Fourier {

    private final int size;
    private final double[] cosines;
    private final double[] sines;
    private final double[] real;
    private final double[] imaginary;

    public Fourier(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(size + " points; expected a power of two");
        }
        this.size = size;
        this.cosines = new double[size / 2];
        this.sines = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / size);
            sines[i] = -Math.sin(2 * Math.PI * i / size);
        }
        this.real = new double[size];
        this.imaginary = new double[size];
    }

    /**
     * Writes the power of each bin from 0 to half the size.
     *
     * @param signal at most as many values as the size; what is missing counts as zero
     * @param power takes half the size and one
     */
    public void power(double[] signal, double[] power) {
        System.arraycopy(signal, 0, real, 0, Math.min(size, signal.length));
        for (int i = signal.length; i < size; i++) {
            real[i] = 0;
        }
        Arrays.fill(imaginary, 0);
        transform();
        for (int i = 0; i <= size / 2; i++) {
            power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
    }

    /**
     * Returns the signal whose spectrum is real and symmetric: a filter's response without a shift in phase.
     *
     * @param spectrum the bins from 0 to half the size
     */
    public double[] symmetric(double[] spectrum) {
        for (int i = 0; i < size; i++) {
            real[i] = spectrum[i <= size / 2 ? i : size - i];
        }
        Arrays.fill(imaginary, 0);
        transform();
        double[] signal = new double[size];
        for (int i = 0; i < size; i++) {
            signal[i] = real[i] / size;
        }
        return signal;
    }

    /** Overwrites what was transformed last. */
    public void wipe() {
        Arrays.fill(real, 0);
        Arrays.fill(imaginary, 0);
    }

    private void transform() {
        reorder();
        for (int half = 1; half < size; half *= 2) {
            int step = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int i = 0; i < half; i++) {
                    butterfly(start + i, start + i + half, i * step);
                }
            }
        }
    }

    private void butterfly(int upper, int lower, int angle) {
        double re = real[lower] * cosines[angle] - imaginary[lower] * sines[angle];
        double im = real[lower] * sines[angle] + imaginary[lower] * cosines[angle];
        real[lower] = real[upper] - re;
        imaginary[lower] = imaginary[upper] - im;
        real[upper] += re;
        imaginary[upper] += im;
    }

    private void reorder() {
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swapped = real[i];
                real[i] = real[j];
                real[j] = swapped;
            }
        }
    }
}
