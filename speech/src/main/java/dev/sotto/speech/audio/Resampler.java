package dev.sotto.speech.audio;

/**
 * Changes the rate of audio, by a windowed sinc with a row of taps for each place between two samples. What lies above
 * half the lower rate is more than 70 dB down. Immutable; safe for many threads.
 */
public final class Resampler {

    private static final int ZERO_CROSSINGS = 40;
    private static final double PASSED = 0.95;

    private final int up;
    private final int down;
    private final int half;
    private final double[][] taps;

    /**
     * @param from samples a second, above 0
     * @param to samples a second, above 0
     */
    public Resampler(int from, int to) {
        int divisor = greatestDivisor(from, to);
        this.up = to / divisor;
        this.down = from / divisor;
        double cutoff = PASSED * Math.min(1, (double) to / from);
        this.half = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        this.taps = new double[up][2 * half];
        for (int phase = 0; phase < up; phase++) {
            for (int i = 0; i < 2 * half; i++) {
                double distance = i - half + 1 - (double) phase / up;
                taps[phase][i] = cutoff * sinc(cutoff * distance) * Kaiser.PLAIN.at(distance / half);
            }
        }
    }

    /** Returns the audio at the new rate, of the same length in time and not moved. */
    public double[] apply(double[] audio) {
        double[] result = new double[(int) ((long) audio.length * up / down)];
        for (int i = 0; i < result.length; i++) {
            result[i] = at(i, audio, 0);
        }
        return result;
    }

    /** Returns a change of rate for audio that comes bit by bit. */
    public ResamplerStream stream() {
        return new ResamplerStream(this);
    }

    /** Returns a sample at the new rate, from a stretch of audio that begins with a sample of this number. */
    double at(long number, double[] audio, long first) {
        int centre = (int) (number * down / up - first);
        double[] row = taps[(int) (number * down % up)];
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            int at = centre + k - half + 1;
            if (at >= 0 && at < audio.length) {
                sum += row[k] * audio[at];
            }
        }
        return sum;
    }

    /** Returns how many samples at the new rate lie before a sample. */
    long outputs(long before) {
        return before <= 0 ? 0 : before * up / down;
    }

    /** Returns the sample that lies at or just before one at the new rate. */
    long input(long output) {
        return output * down / up;
    }

    /** Returns how far the filter reaches to each side. */
    int half() {
        return half;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static int greatestDivisor(int a, int b) {
        return b == 0 ? a : greatestDivisor(b, a % b);
    }
}
