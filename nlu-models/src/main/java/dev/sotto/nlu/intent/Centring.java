package dev.sotto.nlu.intent;

import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;

/**
 * Moves vectors so that those of the training set lie around zero with numbers of about unit size: sentence vectors
 * share a large common part that tells nothing.
 *
 * @param mean what to subtract
 * @param scale what to multiply by then, the same for all numbers
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and written to by nobody.
record Centring(float[] mean, float scale) {

    /**
     * Returns the centring of labelled vectors. The mean is that of the classes' means: a class with most of the
     * examples would otherwise be taken for what all have in common.
     */
    static Centring of(float[][] vectors, int[] labels, int classes) {
        int dimension = vectors[0].length;
        int[] sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        int filled = 0;
        for (int size : sizes) {
            filled += size > 0 ? 1 : 0;
        }
        double[] sum = new double[dimension];
        for (int i = 0; i < vectors.length; i++) {
            double share = 1.0 / sizes[labels[i]];
            for (int d = 0; d < dimension; d++) {
                sum[d] += vectors[i][d] * share;
            }
        }
        float[] mean = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            mean[d] = (float) (sum[d] / filled);
        }
        double squares = 0;
        for (float[] vector : vectors) {
            for (int d = 0; d < dimension; d++) {
                squares += (vector[d] - mean[d]) * (vector[d] - mean[d]);
            }
        }
        double variance = squares / ((double) vectors.length * dimension);
        return new Centring(mean, variance > 0 ? (float) (1 / Math.sqrt(variance)) : 1);
    }

    void write(ModelOutput out) {
        out.putFloats(mean);
        out.putFloat(scale);
    }

    static Centring read(ModelInput in) {
        return new Centring(in.getFloats(), in.getFloat());
    }

    float[] apply(float[] vector) {
        float[] centred = new float[mean.length];
        for (int d = 0; d < mean.length; d++) {
            centred[d] = (vector[d] - mean[d]) * scale;
        }
        return centred;
    }

    float[][] apply(float[][] vectors) {
        float[][] centred = new float[vectors.length][];
        for (int i = 0; i < vectors.length; i++) {
            centred[i] = apply(vectors[i]);
        }
        return centred;
    }
}
