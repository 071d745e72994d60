package dev.sotto.nlu.intent;

/**
 * What the heads make of one text.
 *
 * @param logs logarithm of the pooled probability of each class
 * @param nearness cosine to the nearest thing in the training set; 0 without an encoder
 * @param known share, 0 to 1, of its words and pieces of words that the training set has seen, rare ones counting more
 * @param inside how much speaks for the bot's subject rather than somebody else's; 0 where nobody can tell
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and written to by nobody.
public record Evidence(float[] logs, float nearness, float known, float inside) {

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

    /** Returns the better measure there is of how close the text is to the training set. */
    float closeness() {
        return nearness == 0 ? known : nearness;
    }

    Evidence withInside(float inside) {
        return new Evidence(logs, nearness, known, inside);
    }

    /** Returns the same judgement of other logarithms. */
    Evidence withLogs(float[] others) {
        return new Evidence(others, nearness, known, inside);
    }
}
