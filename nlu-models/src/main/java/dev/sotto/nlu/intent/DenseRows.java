package dev.sotto.nlu.intent;

/**
 * Arithmetic on a matrix that keeps the weights of all classes for one input number side by side, so that the inner
 * loops run over classes and the compiler vectorises them without changing the order of additions.
 */
final class DenseRows {

    private DenseRows() {}

    /** Sets scores to input times matrix plus its last row, the bias. */
    static void multiply(float[] matrix, float[] input, int classes, float[] scores) {
        System.arraycopy(matrix, input.length * classes, scores, 0, classes);
        for (int d = 0; d < input.length; d++) {
            float x = input[d];
            int row = d * classes;
            for (int k = 0; k < classes; k++) {
                scores[k] += x * matrix[row + k];
            }
        }
    }

    /** Adds a multiple of the numbers to a row. */
    static void add(float[] matrix, int row, float[] numbers, float factor) {
        for (int k = 0; k < numbers.length; k++) {
            matrix[row + k] += factor * numbers[k];
        }
    }
}
