package dev.sotto.nlu.intent;

/**
 * What the heads make of one text.
 *
 * @param logs logarithm of the pooled probability of each class
 * @param nearness how close the text is to anything in the training set, 0 to 1 or a cosine
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and written to by nobody.
public record Evidence(float[] logs, float nearness) {

    /** A probability closer to 1 than this tells nothing more. */
    private static final double SATURATION = 1e-6;

    /** Returns the likeliest class. */
    public int best() {
        int best = 0;
        for (int k = 1; k < logs.length; k++) {
            if (logs[k] > logs[best]) {
                best = k;
            }
        }
        return best;
    }

    /** Returns the logarithm of the odds of the likeliest class. */
    double margin() {
        double p = Math.exp(logs[best()]);
        return Math.log(Math.max(p, SATURATION) / Math.max(1 - p, SATURATION));
    }
}
