package dev.sotto.nlu.crf;

/** The exponentials of the scores of a label after another. */
final class Transitions {

    private Transitions() {}

    /** Returns them, 0 where a label may not follow; the last row is for the beginning. */
    static float[] of(float[] scores, int labels) {
        float[] factors = new float[scores.length];
        for (int before = 0; before <= labels; before++) {
            for (int k = 0; k < labels; k++) {
                int i = before * labels + k;
                boolean may = Labels.mayFollow(before == labels ? -1 : before, k);
                factors[i] = may ? (float) Math.exp(scores[i]) : 0;
            }
        }
        return factors;
    }
}
