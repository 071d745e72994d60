package dev.sotto.nlu.intent;

import java.util.Arrays;

/** Arithmetic on sparse input and a matrix with the weights of all classes for one row side by side. */
final class SparseRows {

    private SparseRows() {}

    /** Sets scores to input times matrix plus its last row, the bias. */
    static void multiply(float[] matrix, SparseVector input, int classes, float[] scores) {
        System.arraycopy(matrix, matrix.length - classes, scores, 0, classes);
        for (int i = 0; i < input.rows().length; i++) {
            float x = input.values()[i];
            int row = input.rows()[i] * classes;
            for (int k = 0; k < classes; k++) {
                scores[k] += x * matrix[row + k];
            }
        }
    }

    /** Sets scores to input times a matrix of bytes, each row with a scale of its own, plus the bias. */
    static void multiply(byte[] matrix, float[] scales, float[] bias, SparseVector input, float[] scores) {
        int classes = bias.length;
        System.arraycopy(bias, 0, scores, 0, classes);
        for (int i = 0; i < input.rows().length; i++) {
            int row = input.rows()[i];
            float x = input.values()[i] * scales[row];
            int from = row * classes;
            for (int k = 0; k < classes; k++) {
                scores[k] += x * matrix[from + k];
            }
        }
        assert Arrays.stream(input.rows()).allMatch(row -> row < scales.length);
    }
}
