package dev.sotto.nlu.crf;

import java.util.Arrays;

/**
 * All ways to label one text: the sums over them that training needs, and the best of them. Works on products, scaled
 * at each word, for sums of logarithms would cost an exponential for each pair of labels. Confined to one call.
 */
final class Lattice {

    private final int labels;
    private final int length;

    /** Exponentials of the scores of each word and label, the highest of a word scaled to 1. */
    private final float[] emissions;

    /** Exponentials of the scores of a label after another, 0 where it may not follow; last row for the beginning. */
    private final float[] transitions;

    private final float[] forward;
    private final float[] backward;

    /** @param scores of each word and label; taken over and changed */
    Lattice(float[] scores, int labels, float[] transitions) {
        this.labels = labels;
        this.length = scores.length / labels;
        this.transitions = transitions;
        emissions = scores;
        for (int at = 0; at < length; at++) {
            float highest = Float.NEGATIVE_INFINITY;
            for (int k = 0; k < labels; k++) {
                highest = Math.max(highest, scores[at * labels + k]);
            }
            for (int k = 0; k < labels; k++) {
                emissions[at * labels + k] = (float) Math.exp(scores[at * labels + k] - highest);
            }
        }
        forward = new float[scores.length];
        backward = new float[scores.length];
    }

    /** Runs both passes. */
    void sum() {
        float[] row = new float[labels];
        for (int at = 0; at < length; at++) {
            Arrays.fill(row, 0);
            if (at == 0) {
                System.arraycopy(transitions, labels * labels, row, 0, labels);
            } else {
                for (int before = 0; before < labels; before++) {
                    add(row, before * labels, forward[(at - 1) * labels + before]);
                }
            }
            store(forward, at, row, true);
        }
        Arrays.fill(row, 1);
        store(backward, length - 1, row, false);
        for (int at = length - 2; at >= 0; at--) {
            for (int before = 0; before < labels; before++) {
                row[before] = behind(before, at + 1);
            }
            store(backward, at, row, false);
        }
    }

    private void add(float[] row, int from, float factor) {
        if (factor != 0) {
            for (int k = 0; k < labels; k++) {
                row[k] += factor * transitions[from + k];
            }
        }
    }

    private float behind(int before, int at) {
        float sum = 0;
        for (int k = 0; k < labels; k++) {
            sum += transitions[before * labels + k] * emissions[at * labels + k] * backward[at * labels + k];
        }
        return sum;
    }

    private void store(float[] target, int at, float[] row, boolean emitting) {
        float sum = 0;
        for (int k = 0; k < labels; k++) {
            float value = emitting ? row[k] * emissions[at * labels + k] : row[k];
            target[at * labels + k] = value;
            sum += value;
        }
        for (int k = 0; k < labels; k++) {
            target[at * labels + k] /= sum;
        }
    }

    /** Sets the probability of each label of a word. */
    void marginals(int at, float[] target) {
        float sum = 0;
        for (int k = 0; k < labels; k++) {
            target[k] = forward[at * labels + k] * backward[at * labels + k];
            sum += target[k];
        }
        for (int k = 0; k < labels; k++) {
            target[k] /= sum;
        }
    }

    /** Sets the probability of each pair of labels of a word and the one before it. */
    void pairs(int at, float[] target) {
        float sum = 0;
        for (int before = 0; before < labels; before++) {
            float left = forward[(at - 1) * labels + before];
            for (int k = 0; k < labels; k++) {
                float p = left
                        * transitions[before * labels + k]
                        * emissions[at * labels + k]
                        * backward[at * labels + k];
                target[before * labels + k] = p;
                sum += p;
            }
        }
        for (int i = 0; i < labels * labels; i++) {
            target[i] /= sum;
        }
    }

    /** Returns the likeliest labels. */
    int[] best() {
        int[] from = new int[length * labels];
        float[] scores = new float[length * labels];
        for (int at = 0; at < length; at++) {
            float highest = 0;
            for (int k = 0; k < labels; k++) {
                float best = at == 0 ? transitions[labels * labels + k] : 0;
                for (int before = 0; at > 0 && before < labels; before++) {
                    float score = scores[(at - 1) * labels + before] * transitions[before * labels + k];
                    if (score > best) {
                        best = score;
                        from[at * labels + k] = before;
                    }
                }
                scores[at * labels + k] = best * emissions[at * labels + k];
                highest = Math.max(highest, scores[at * labels + k]);
            }
            for (int k = 0; k < labels; k++) {
                scores[at * labels + k] /= highest;
            }
        }
        int[] path = new int[length];
        for (int k = 1; k < labels; k++) {
            path[length - 1] = scores[(length - 1) * labels + k] > scores[(length - 1) * labels + path[length - 1]]
                    ? k
                    : path[length - 1];
        }
        for (int at = length - 1; at > 0; at--) {
            path[at - 1] = from[at * labels + path[at]];
        }
        return path;
    }
}
