package dev.sotto.speech.flite;

import java.util.Arrays;

/**
 * Turns a mel-cepstrum into the coefficients of {@link MelFilter}, and makes its peaks sharper, which averaging over many
 * recordings has made flat, without making it louder. Mutable in its scratch space; confined to one thread.
 */
final class MelCepstrum {

    /** How much of the answer to a pulse its energy is reckoned from. */
    private static final int LENGTH = 64;

    private final int order;
    private final double alpha;
    private final double sharpness;
    private final double[] warped = new double[LENGTH];
    private final double[] answer = new double[LENGTH];
    private final double[] plain;

    /** @param sharpness 0 for none */
    MelCepstrum(int order, double alpha, double sharpness) {
        this.order = order;
        this.alpha = alpha;
        this.sharpness = sharpness;
        this.plain = new double[order + 1];
    }

    /** Writes the coefficients of a cepstrum. */
    void coefficients(double[] cepstrum, double[] b) {
        b[order] = cepstrum[order];
        for (int i = order - 1; i >= 0; i--) {
            b[i] = cepstrum[i] - alpha * b[i + 1];
        }
        if (sharpness > 0 && order > 1) {
            double before = energy(b);
            b[1] -= sharpness * alpha * cepstrum[2];
            for (int i = 2; i <= order; i++) {
                b[i] *= 1 + sharpness;
            }
            b[0] += Math.log(before / energy(b)) / 2;
        }
    }

    /** The energy of the filter's answer to a pulse. */
    private double energy(double[] b) {
        plain[order] = b[order];
        for (int i = order - 1; i >= 0; i--) {
            plain[i] = b[i] + alpha * b[i + 1];
        }
        unwarp();
        answer[0] = Math.exp(warped[0]);
        double energy = answer[0] * answer[0];
        for (int n = 1; n < LENGTH; n++) {
            double sum = 0;
            for (int k = 1; k <= n; k++) {
                sum += k * warped[k] * answer[n - k];
            }
            answer[n] = sum / n;
            energy += answer[n] * answer[n];
        }
        return energy;
    }

    /** Brings the cepstrum back to the plain scale of frequencies, from its last coefficient to its first. */
    private void unwarp() {
        double a = -alpha;
        double rest = 1 - a * a;
        Arrays.fill(warped, 0);
        for (int i = order; i >= 0; i--) {
            double below = warped[0];
            warped[0] = plain[i] + a * below;
            double old = warped[1];
            warped[1] = rest * below + a * old;
            below = old;
            for (int j = 2; j < LENGTH; j++) {
                old = warped[j];
                warped[j] = below + a * (old - warped[j - 1]);
                below = old;
            }
        }
    }
}
