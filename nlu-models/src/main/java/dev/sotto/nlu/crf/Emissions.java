package dev.sotto.nlu.crf;

/** The scores of each word's labels by its features. */
final class Emissions {

    private Emissions() {}

    static float[] of(int[][] text, float[] weights, int labels) {
        float[] scores = new float[text.length * labels];
        for (int at = 0; at < text.length; at++) {
            for (int row : text[at]) {
                for (int k = 0; k < labels; k++) {
                    scores[at * labels + k] += weights[row * labels + k];
                }
            }
        }
        return scores;
    }

    /** The same from weights rounded to bytes, with one scale for each row. */
    static float[] of(int[][] text, byte[] weights, float[] scales, int labels) {
        float[] scores = new float[text.length * labels];
        for (int at = 0; at < text.length; at++) {
            for (int row : text[at]) {
                float scale = scales[row];
                for (int k = 0; k < labels; k++) {
                    scores[at * labels + k] += scale * weights[row * labels + k];
                }
            }
        }
        return scores;
    }
}
