package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.text.Words;
import java.util.List;

/** A trained model that marks words as slot values. Safe for many threads at once; keeps nothing of what it is given. */
public interface SlotTagger {

    /** Returns the marked stretches, in order and without overlaps. */
    List<Tag> tag(Words words);

    /** Returns whether what it does not mark is no value, but for words of a list that nothing else can be. */
    default boolean isAuthority() {
        return false;
    }

    /**
     * A marked stretch.
     *
     * @param from the first word
     * @param to the word after the last
     * @param probability how sure the model is, 0 to 1
     */
    record Tag(SlotName slot, int from, int to, double probability) {}

    /** Returns a tagger that marks nothing. */
    static SlotTagger none() {
        return words -> List.of();
    }
}
