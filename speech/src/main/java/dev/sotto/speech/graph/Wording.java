package dev.sotto.speech.graph;

import dev.sotto.nlu.SlotName;
import java.util.List;

/**
 * A sample utterance in spoken words and places of slots.
 *
 * @param tokens in order
 */
record Wording(List<Token> tokens) {

    Wording {
        tokens = List.copyOf(tokens);
    }

    /** One piece. */
    sealed interface Token {}

    /** A word in lower case. */
    record Word(String text) implements Token {}

    /** Any value of a slot. */
    record Place(SlotName slot) implements Token {}

    /** Where an utterance begins. */
    record Start() implements Token {}

    /** Where it ends. */
    record Stop() implements Token {}

    /** Behind any piece at all. */
    record Anywhere() implements Token {}
}
