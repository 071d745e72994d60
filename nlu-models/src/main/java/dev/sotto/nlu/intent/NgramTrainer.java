package dev.sotto.nlu.intent;

import java.util.Arrays;
import java.util.Random;

/**
 * Chooses the n-grams of a training set and fits a softmax regression on them, one example at a time, by AdaGrad. One
 * seed and one order: the same texts give the same model. Confined to one training.
 */
final class NgramTrainer {

    private static final float RATE = 0.3f;
    private static final float BIAS_RATE = 0.1f;
    private static final float INITIAL_HISTORY = 0.01f;
    private static final float NEGLIGIBLE = 0.005f;
    private static final int SMALL = 2_000;

    private final SparseVector[] inputs;
    private final int[] labels;
    private final int classes;
    private final float[] weights;
    private final float[] history;
    private final int[] active;

    NgramTrainer(SparseVector[] inputs, int[] labels, int classes, int rows) {
        this.inputs = inputs;
        this.labels = labels;
        this.classes = classes;
        active = new int[classes];
        weights = new float[(rows + 1) * classes];
        history = new float[(rows + 1) * classes];
        Arrays.fill(history, INITIAL_HISTORY);
    }

    /** Returns the n-grams worth a row: all of a small set, those seen twice or more in a large one. */
    static NgramIndex index(int[][] texts) {
        int[] all = sorted(texts);
        int leastTexts = texts.length < SMALL ? 1 : 2;
        NgramIndex index = index(all, texts.length, leastTexts);
        while (index.size() > NgramIndex.MAX_ROWS) {
            index = index(all, texts.length, ++leastTexts);
        }
        return index;
    }

    /** Returns all n-grams, each once for each text that has it, in order. */
    private static int[] sorted(int[][] texts) {
        int[] all = new int[Arrays.stream(texts).mapToInt(text -> text.length).sum()];
        int count = 0;
        for (int[] text : texts) {
            int[] own = text.clone();
            Arrays.sort(own);
            for (int i = 0; i < own.length; i++) {
                if (i == 0 || own[i] != own[i - 1]) {
                    all[count++] = own[i];
                }
            }
        }
        int[] sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static NgramIndex index(int[] all, int texts, int leastTexts) {
        int[] hashes = new int[all.length];
        float[] idf = new float[all.length];
        int kept = 0;
        for (int from = 0; from < all.length; ) {
            int to = from + 1;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            if (to - from >= leastTexts) {
                hashes[kept] = all[from];
                idf[kept++] = idf(texts, to - from);
            }
            from = to;
        }
        return new NgramIndex(Arrays.copyOf(hashes, kept), Arrays.copyOf(idf, kept), idf(texts, 0));
    }

    private static float idf(int texts, int containing) {
        return (float) Math.log((1.0 + texts) / (1.0 + containing)) + 1;
    }

    /** Returns the weights, one row of class weights for each n-gram and a last one for the bias. */
    float[] fit(Schedule schedule) {
        int[] order = new int[inputs.length];
        Arrays.setAll(order, i -> i);
        Random random = new Random(Schedule.SEED);
        float[] scores = new float[classes];
        for (int epoch = 0; epoch < schedule.epochs(); epoch++) {
            Schedule.shuffle(order, random);
            for (int i : order) {
                SparseRows.multiply(weights, inputs[i], classes, scores);
                Softmax.normalise(scores);
                scores[labels[i]] -= 1;
                step(inputs[i], scores);
            }
        }
        return weights;
    }

    /**
     * Moves the weights of the classes that are wrong by enough to matter. After the first passes these are a few of
     * many, which makes training several times faster and changes no figure.
     */
    private void step(SparseVector input, float[] errors) {
        int wrong = 0;
        for (int k = 0; k < classes; k++) {
            if (Math.abs(errors[k]) > NEGLIGIBLE) {
                active[wrong++] = k;
            }
        }
        for (int i = 0; i < input.rows().length; i++) {
            update(input.rows()[i] * classes, input.values()[i], errors, RATE, wrong);
        }
        update(weights.length - classes, 1, errors, BIAS_RATE, wrong);
    }

    private void update(int row, float value, float[] errors, float rate, int wrong) {
        for (int i = 0; i < wrong; i++) {
            int at = row + active[i];
            float g = value * errors[active[i]];
            history[at] += g * g;
            weights[at] -= rate * g / (float) Math.sqrt(history[at]);
        }
    }
}
