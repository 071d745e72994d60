package dev.sotto.speech.flite;

import java.util.Arrays;

/**
 * The filter that gives a sound the spectrum of a mel-cepstrum: an exponential, approached by a quotient of polynomials of
 * the fifth degree (S. Imai, Cepstral analysis synthesis on the mel frequency scale, ICASSP 1983). Mutable; confined to one
 * thread.
 */
final class MelFilter {

    /** Numerator; the denominator is the same with every other sign turned. */
    private static final double[] QUOTIENT = {1, 0.4999391, 0.1107098, 0.01369984, 0.0009564853, 0.00003041721};

    private static final int STAGES = QUOTIENT.length - 1;

    private final int order;
    private final double alpha;
    private final double rest;
    /** Of the part with the first coefficient: a delay and an output for each stage. */
    private final double[] firstDelays = new double[STAGES + 1];

    private final double[] firstOutputs = new double[STAGES + 1];
    /** Of the part with all others: a chain of delays and an output for each stage. */
    private final double[][] chains;

    private final double[] outputs = new double[STAGES + 1];

    /**
     * @param order highest coefficient
     * @param alpha how much the frequency scale is warped
     */
    MelFilter(int order, double alpha) {
        this.order = order;
        this.alpha = alpha;
        this.rest = 1 - alpha * alpha;
        this.chains = new double[STAGES][order + 2];
    }

    /**
     * Filters a sample.
     *
     * @param b coefficients, of which the first, the gain, is none of the filter's
     */
    double filter(double sample, double[] b) {
        return others(first(sample, b[1]), b);
    }

    void wipe() {
        Arrays.fill(firstDelays, 0);
        Arrays.fill(firstOutputs, 0);
        Arrays.fill(outputs, 0);
        for (double[] chain : chains) {
            Arrays.fill(chain, 0);
        }
    }

    private double first(double sample, double b1) {
        double in = sample;
        double out = 0;
        for (int stage = STAGES; stage >= 1; stage--) {
            double delayed = rest * firstOutputs[stage - 1] + alpha * firstDelays[stage];
            firstDelays[stage] = delayed;
            double value = delayed * b1;
            firstOutputs[stage] = value;
            double part = value * QUOTIENT[stage];
            in += (stage & 1) == 1 ? part : -part;
            out += part;
        }
        firstOutputs[0] = in;
        return out + in;
    }

    private double others(double sample, double[] b) {
        double in = sample;
        double out = 0;
        for (int stage = STAGES; stage >= 1; stage--) {
            double value = chain(outputs[stage - 1], b, chains[stage - 1]);
            outputs[stage] = value;
            double part = value * QUOTIENT[stage];
            in += (stage & 1) == 1 ? part : -part;
            out += part;
        }
        outputs[0] = in;
        return out + in;
    }

    /** All-passes in a row; each value moves on by one place as it is reckoned. */
    private double chain(double sample, double[] b, double[] delays) {
        double before = rest * sample + alpha * delays[1];
        delays[1] = before;
        double here = delays[2];
        double sum = 0;
        for (int i = 2; i <= order; i++) {
            double next = delays[i + 1];
            double value = here + alpha * (next - before);
            sum += value * b[i];
            delays[i] = before;
            before = value;
            here = next;
        }
        delays[order + 1] = before;
        return sum;
    }
}
