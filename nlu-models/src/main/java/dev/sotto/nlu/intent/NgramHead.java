package dev.sotto.nlu.intent;

import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;

/**
 * The sparse model: softmax regression on n-grams, its weights a byte each with one scale for each row. Immutable and
 * safe for any thread.
 */
final class NgramHead {

    private final NgramIndex index;
    private final byte[] weights;
    private final float[] scales;
    private final float[] bias;

    private NgramHead(NgramIndex index, byte[] weights, float[] scales, float[] bias) {
        this.index = index;
        this.weights = weights;
        this.scales = scales;
        this.bias = bias;
    }

    static NgramHead train(int[][] texts, int[] labels, int classes, Schedule schedule) {
        NgramIndex index = NgramTrainer.index(texts);
        SparseVector[] vectors = new SparseVector[texts.length];
        for (int i = 0; i < texts.length; i++) {
            vectors[i] = index.vector(texts[i]);
        }
        float[] exact = new NgramTrainer(vectors, labels, classes, index.size()).fit(schedule);
        return rounded(index, exact, classes);
    }

    private static NgramHead rounded(NgramIndex index, float[] exact, int classes) {
        int rows = index.size();
        byte[] weights = new byte[rows * classes];
        float[] scales = new float[rows];
        for (int row = 0; row < rows; row++) {
            float largest = 0;
            for (int k = 0; k < classes; k++) {
                largest = Math.max(largest, Math.abs(exact[row * classes + k]));
            }
            scales[row] = largest / Byte.MAX_VALUE;
            for (int k = 0; k < classes && largest > 0; k++) {
                weights[row * classes + k] = (byte) Math.round(exact[row * classes + k] / scales[row]);
            }
        }
        float[] bias = new float[classes];
        System.arraycopy(exact, rows * classes, bias, 0, classes);
        return new NgramHead(index, weights, scales, bias);
    }

    /** Returns logarithms of probabilities, and how much of the text is known. */
    Evidence judge(int[] ngrams) {
        SparseVector vector = index.vector(ngrams);
        float[] logs = new float[bias.length];
        SparseRows.multiply(weights, scales, bias, vector, logs);
        Softmax.normaliseLogs(logs);
        return new Evidence(logs, 0, vector.known(), 0);
    }

    void write(ModelOutput out) {
        index.write(out);
        out.putBytes(weights);
        out.putFloats(scales);
        out.putFloats(bias);
    }

    static NgramHead read(ModelInput in, int classes) {
        NgramIndex index = NgramIndex.read(in);
        int rows = index.size();
        return new NgramHead(index, in.getBytes(rows * classes), in.getFloats(rows), in.getFloats(classes));
    }
}
