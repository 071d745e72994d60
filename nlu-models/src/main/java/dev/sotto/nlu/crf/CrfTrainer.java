package dev.sotto.nlu.crf;

import java.util.Arrays;
import java.util.Random;

/**
 * Fits a conditional random field by the exact gradient of each text and AdaGrad. One seed, one order: the same texts
 * give the same weights. Confined to one training.
 */
final class CrfTrainer {

    private static final int EPOCHS = 8;
    private static final long SEED = 1;
    private static final float RATE = 0.25f;
    private static final float DECAY = 1e-6f;
    private static final float INITIAL_HISTORY = 0.01f;

    /** Smaller errors change nothing and cost most of the time. */
    private static final float NEGLIGIBLE = 0.002f;

    private final int labels;
    private final float[] weights;
    private final float[] history;
    private final float[] pairScores;
    private final float[] pairHistory;
    private final float[] errors;
    private final float[] pairErrors;

    CrfTrainer(int rows, int labels) {
        this.labels = labels;
        weights = new float[rows * labels];
        history = new float[rows * labels];
        pairScores = new float[(labels + 1) * labels];
        pairHistory = new float[(labels + 1) * labels];
        errors = new float[labels];
        pairErrors = new float[labels * labels];
        Arrays.fill(history, INITIAL_HISTORY);
        Arrays.fill(pairHistory, INITIAL_HISTORY);
    }

    /** Trains on texts given as the rows of each word's features and the label of each word. */
    void fit(int[][][] texts, int[][] wanted) {
        int[] order = new int[texts.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            for (int i : order) {
                if (texts[i].length > 0) {
                    step(texts[i], wanted[i]);
                }
            }
        }
    }

    float[] weights() {
        return weights;
    }

    /** Scores of a label after another, and of the first label in the last row. */
    float[] pairScores() {
        return pairScores;
    }

    private void step(int[][] text, int[] wanted) {
        Lattice lattice = new Lattice(Emissions.of(text, weights, labels), labels, Transitions.of(pairScores, labels));
        lattice.sum();
        for (int at = 0; at < text.length; at++) {
            lattice.marginals(at, errors);
            if (at == 0) {
                updatePairs(labels * labels, errors, wanted[0], labels);
            } else {
                lattice.pairs(at, pairErrors);
                updatePairs(0, pairErrors, wanted[at - 1] * labels + wanted[at], labels * labels);
            }
            errors[wanted[at]] -= 1;
            for (int k = 0; k < labels; k++) {
                if (Math.abs(errors[k]) > NEGLIGIBLE) {
                    update(text[at], k, errors[k]);
                }
            }
        }
    }

    private void update(int[] rows, int label, float error) {
        for (int row : rows) {
            int i = row * labels + label;
            float g = error + DECAY * weights[i];
            history[i] += g * g;
            weights[i] -= RATE * g / (float) Math.sqrt(history[i]);
        }
    }

    private void updatePairs(int from, float[] probabilities, int right, int count) {
        for (int i = 0; i < count; i++) {
            float g = probabilities[i] - (i == right ? 1 : 0);
            if (Math.abs(g) > NEGLIGIBLE) {
                pairHistory[from + i] += g * g;
                pairScores[from + i] -= RATE * g / (float) Math.sqrt(pairHistory[from + i]);
            }
        }
    }
}
