package dev.sotto.nlu.reading;

import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import java.util.List;

/**
 * An author's example as plain text, with the places of its slot values.
 *
 * @param intent whose example it is
 * @param text the words
 * @param values where slot values stand, in order
 * @param group the number of the example, shared by its variants
 */
public record AnnotatedText(IntentName intent, String text, List<Place> values, int group) {

    public AnnotatedText {
        values = List.copyOf(values);
    }

    /**
     * A slot value's place.
     *
     * @param start its first code unit
     * @param end the code unit after its last
     */
    public record Place(SlotName slot, int start, int end) {}
}
