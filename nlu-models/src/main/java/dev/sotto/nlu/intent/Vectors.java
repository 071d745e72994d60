package dev.sotto.nlu.intent;

/** Arithmetic on dense vectors. */
final class Vectors {

    private Vectors() {}

    /** Returns a copy of Euclidean length 1, or of zeros. */
    static float[] normalised(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        float[] result = new float[vector.length];
        for (int d = 0; d < vector.length; d++) {
            result[d] = vector[d] * scale;
        }
        return result;
    }

    /** Returns the inner product, added up in four lanes for speed and always in the same order. */
    static float dot(float[] a, int from, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int d = 0;
        for (; d + 3 < b.length; d += 4) {
            s0 += a[from + d] * b[d];
            s1 += a[from + d + 1] * b[d + 1];
            s2 += a[from + d + 2] * b[d + 2];
            s3 += a[from + d + 3] * b[d + 3];
        }
        for (; d < b.length; d++) {
            s0 += a[from + d] * b[d];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static void add(float[] sum, int at, float[] vector) {
        for (int d = 0; d < vector.length; d++) {
            sum[at + d] += vector[d];
        }
    }
}
