package dev.sotto.nlu.intent;

/** From scores to probabilities. */
final class Softmax {

    private Softmax() {}

    /** Replaces scores by probabilities that add up to 1. */
    static void normalise(float[] scores) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        float sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = (float) Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
    }

    /** Replaces scores by the logarithms of probabilities that add up to 1. */
    static void normaliseLogs(float[] scores) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - highest);
        }
        float log = highest + (float) Math.log(sum);
        for (int k = 0; k < scores.length; k++) {
            scores[k] -= log;
        }
    }
}
