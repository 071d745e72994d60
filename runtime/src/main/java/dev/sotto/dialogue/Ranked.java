package dev.sotto.dialogue;

import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Interpretation;

/**
 * An intent that the last utterance may have meant.
 *
 * @param confidence 0 to 1
 */
public record Ranked(IntentName intent, double confidence) {

    static Ranked of(Interpretation interpretation) {
        return new Ranked(interpretation.intent(), interpretation.confidence());
    }
}
