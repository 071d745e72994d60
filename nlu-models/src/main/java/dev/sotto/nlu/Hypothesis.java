package dev.sotto.nlu;

import dev.sotto.sensitive.Utterance;

/**
 * One guess at what a person said.
 *
 * @param utterance the words
 * @param confidence from 0 to 1; typed text has 1
 */
public record Hypothesis(Utterance utterance, double confidence) {

    public Hypothesis {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence outside 0..1");
        }
    }
}
