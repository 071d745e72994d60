package dev.sotto.nlu.intent;

/**
 * Moves vectors so that those of the training set lie around zero with numbers of about unit size: sentence vectors
 * share a large common part that tells nothing.
 *
 * @param mean what to subtract
 * @param scale what to multiply by then, the same for all numbers
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and written to by nobody.
record Centring(float[] mean, float scale) {

    static Centring of(float[][] vectors) {
        int dimension = vectors[0].length;
        double[] sum = new double[dimension];
        for (float[] vector : vectors) {
            for (int d = 0; d < dimension; d++) {
                sum[d] += vector[d];
            }
        }
        float[] mean = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            mean[d] = (float) (sum[d] / vectors.length);
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
