package dev.sotto.nlu.intent;

/** Judges which intent a text belongs to, and whether to any. Immutable; safe for many threads at once. */
public interface IntentClassifier {

    /**
     * Returns for each intent the confidence, 0 to 1, that the text wants it. For the likeliest intent it is the
     * estimated chance of being right, chance meaning anything a person may say to the bot; nothing that the bot knows
     * leaves all of them low.
     */
    double[] confidences(String text);
}
