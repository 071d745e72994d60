package dev.sotto.speech.model;

import dev.sotto.speech.spectrum.Cepstrum;
import dev.sotto.speech.spectrum.MelBank;
import dev.sotto.speech.spectrum.NormalNumbers;
import org.jspecify.annotations.Nullable;

/**
 * Computes Gaussians for noisy or narrow audio from those for clear audio: draws from each, passes what was drawn through
 * noise and channel, and takes mean and variance. A slope is drawn together with a point that it may go through. Forty
 * draws beat a first-order expansion by far (measured). Confined to one thread; always the same for the same seed.
 */
final class Sampling {

    private static final int DRAWS = 40;
    private static final double LEAST_VARIANCE = 1e-3;
    private static final double SLOW = 0.8;
    private static final double LARGEST_PHASE = 0.95;

    private final SphinxModel model;
    private final double[] mean;
    private final Cepstrum cepstrum;
    private final @Nullable Noise noise;
    private final double[] level = new double[MelBank.BANDS];
    private final NormalNumbers normal = new NormalNumbers(1);

    private final double[] point = new double[Gaussians.SIZE];
    private final double[] bands = new double[MelBank.BANDS];

    /**
     * @param mean the cepstra around which the model's means lie
     * @param cepstrum what the result's features are taken from
     * @param noise none for the channel alone
     */
    Sampling(SphinxModel model, double[] mean, Cepstrum cepstrum, @Nullable Noise noise) {
        this.model = model;
        this.mean = mean;
        this.cepstrum = cepstrum;
        this.noise = noise;
        double average = 0;
        for (double band : Cepstrum.WIDE.back(mean)) {
            average += band / MelBank.BANDS;
        }
        for (int band = 0; band < MelBank.BANDS && noise != null; band++) {
            level[band] = average + noise.level() + noise.shape(band);
        }
    }

    /** Returns the Gaussians of all phones; the means are whole cepstra, not around a mean. */
    Gaussians all() {
        Gaussians result = new Gaussians(model.phones().count());
        for (int phone = 0; phone < model.phones().count(); phone++) {
            sample(phone, result);
        }
        return result;
    }

    /** Computes one phone's Gaussians. */
    void sample(int phone, Gaussians result) {
        double[][][] partners = new double[Gaussians.STREAMS][][];
        for (int stream = 1; stream < Gaussians.STREAMS; stream++) {
            partners[stream] = partners(phone, stream);
        }
        for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
            for (int density = 0; density < Gaussians.DENSITIES; density++) {
                sample(phone, stream, density, partners[stream], result);
            }
        }
    }

    private void sample(int phone, int stream, int density, double @Nullable [][] partners, Gaussians result) {
        double[] sum = new double[Gaussians.SIZE];
        double[] squares = new double[Gaussians.SIZE];
        double[] first = new double[Gaussians.SIZE];
        double[] drawn = new double[Gaussians.SIZE];
        double[] static_ = new double[Gaussians.SIZE];
        for (int draw = 0; draw < DRAWS; draw++) {
            double slow = SLOW * normal.next();
            draw(phone, stream, density, drawn);
            if (partners == null) {
                addHeard(drawn, drawn, 0, slow, 1, first);
            } else {
                draw(phone, 0, pick(partners[density]), static_);
                slope(stream, static_, drawn, slow, first);
            }
            for (int k = 0; k < Gaussians.SIZE; k++) {
                sum[k] += first[k];
                squares[k] += first[k] * first[k];
                first[k] = 0;
            }
        }
        for (int k = 0; k < Gaussians.SIZE; k++) {
            double average = sum[k] / DRAWS;
            result.mean(phone, stream, density)[k] = (float) average;
            result.variance(phone, stream, density)[k] =
                    (float) Math.max(squares[k] / DRAWS - average * average, LEAST_VARIANCE);
        }
    }

    /** A slope is the difference of two frames, the slope of a slope that of two differences. */
    private void slope(int stream, double[] static_, double[] drawn, double slow, double[] result) {
        if (stream == 1) {
            addHeard(static_, drawn, 0.5, slow, 1, result);
            addHeard(static_, drawn, -0.5, slow, -1, result);
        } else {
            addHeard(static_, drawn, 0.25, slow, 1, result);
            addHeard(static_, drawn, 0.25, slow, 1, result);
            addHeard(static_, drawn, -0.25, slow, -1, result);
            addHeard(static_, drawn, -0.25, slow, -1, result);
        }
    }

    /** Adds the cepstra that one frame is heard with, times a sign. */
    private void addHeard(double[] static_, double[] drawn, double share, double slow, double sign, double[] result) {
        for (int k = 0; k < Gaussians.SIZE; k++) {
            point[k] = static_[k] + share * drawn[k] + mean[k];
        }
        Cepstrum.WIDE.back(point, bands);
        if (noise != null) {
            mix(noise, slow);
        }
        double[] heard = cepstrum.of(bands);
        for (int k = 0; k < Gaussians.SIZE; k++) {
            result[k] += sign * heard[k];
        }
    }

    /** Speech and noise add with a phase between them that chance decides. */
    private void mix(Noise present, double slow) {
        double swing = present.modulation() == 0 ? 0 : present.modulation() * normal.next();
        for (int band = 0; band < MelBank.BANDS; band++) {
            double loud = level[band] + slow + swing + present.spread(band) * normal.next();
            double phase = present.phase(band) * normal.next();
            phase = Math.min(Math.max(phase, -LARGEST_PHASE), LARGEST_PHASE);
            double ratio = Math.exp((loud - bands[band]) / 2);
            bands[band] += Math.log(Math.max(1 + ratio * ratio + 2 * phase * ratio, 1e-3));
        }
    }

    private void draw(int phone, int stream, int density, double[] drawn) {
        float[] centre = model.gaussians().mean(phone, stream, density);
        float[] variance = model.gaussians().variance(phone, stream, density);
        for (int k = 0; k < Gaussians.SIZE; k++) {
            drawn[k] = centre[k] + Math.sqrt(variance[k]) * normal.next();
        }
    }

    private int pick(double[] cumulative) {
        double wanted = normal.uniform() * cumulative[cumulative.length - 1];
        for (int i = 0; i < cumulative.length; i++) {
            if (cumulative[i] > wanted) {
                return i;
            }
        }
        return cumulative.length - 1;
    }

    /** For each Gaussian of a stream, how likely those of the first one are beside it, summed up from the first. */
    private double[][] partners(int phone, int stream) {
        double[][] beside = new double[Gaussians.DENSITIES][Gaussians.DENSITIES];
        for (int senone = 0; senone < model.phones().senones(); senone++) {
            if (model.phones().phoneOfSenone(senone) != phone) {
                continue;
            }
            float[] own = model.weights(senone, stream);
            float[] static_ = model.weights(senone, 0);
            for (int j = 0; j < Gaussians.DENSITIES; j++) {
                for (int i = 0; i < Gaussians.DENSITIES; i++) {
                    beside[j][i] += own[j] * static_[i];
                }
            }
        }
        for (double[] row : beside) {
            for (int i = 1; i < row.length; i++) {
                row[i] += row[i - 1];
            }
        }
        return beside;
    }
}
