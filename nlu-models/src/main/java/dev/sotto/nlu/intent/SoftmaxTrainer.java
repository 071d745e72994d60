package dev.sotto.nlu.intent;

import java.util.Arrays;
import java.util.Random;

/**
 * Fits a softmax regression on dense vectors by AdaGrad over shuffled batches. One thread, one seed, one order of
 * additions: the same vectors give the same weights. Confined to one training.
 */
final class SoftmaxTrainer {

    private static final float RATE = 0.05f;
    private static final float DECAY = 1e-4f;
    private static final float STABILISER = 1e-6f;

    private final float[][] inputs;
    private final int[] labels;
    private final int classes;
    private final int dimension;
    private final float[] weights;
    private final float[] history;
    private final float[] gradient;
    private final float[] scores;

    /** @param inputs centred and scaled, all of one dimension */
    SoftmaxTrainer(float[][] inputs, int[] labels, int classes) {
        this.inputs = inputs;
        this.labels = labels;
        this.classes = classes;
        dimension = inputs[0].length;
        int size = (dimension + 1) * classes;
        weights = new float[size];
        history = new float[size];
        gradient = new float[size];
        scores = new float[classes];
    }

    /** Returns the weights, one row of class weights for each dimension and a last one for the bias. */
    float[] fit(Schedule schedule) {
        int[] order = new int[inputs.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(Schedule.SEED);
        for (int epoch = 0; epoch < schedule.epochs(); epoch++) {
            Schedule.shuffle(order, random);
            for (int from = 0; from < order.length; from += schedule.batch()) {
                int to = Math.min(order.length, from + schedule.batch());
                Arrays.fill(gradient, 0);
                for (int i = from; i < to; i++) {
                    accumulate(inputs[order[i]], labels[order[i]]);
                }
                step(1f / (to - from));
            }
        }
        return weights;
    }

    private void accumulate(float[] input, int label) {
        DenseRows.multiply(weights, input, classes, scores);
        Softmax.normalise(scores);
        scores[label] -= 1;
        for (int d = 0; d < dimension; d++) {
            DenseRows.add(gradient, d * classes, scores, input[d]);
        }
        DenseRows.add(gradient, dimension * classes, scores, 1);
    }

    private void step(float share) {
        int bias = dimension * classes;
        for (int i = 0; i < bias; i++) {
            float g = gradient[i] * share + DECAY * weights[i];
            history[i] += g * g;
            weights[i] -= RATE * g / ((float) Math.sqrt(history[i]) + STABILISER);
        }
        for (int i = bias; i < weights.length; i++) {
            float g = gradient[i] * share;
            history[i] += g * g;
            weights[i] -= RATE * g / ((float) Math.sqrt(history[i]) + STABILISER);
        }
    }
}
