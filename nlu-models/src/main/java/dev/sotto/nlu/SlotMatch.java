package dev.sotto.nlu;

import dev.sotto.sensitive.SlotValue;
import java.util.List;

/**
 * A slot value found in an utterance.
 *
 * @param slot which slot of the intent it fills
 * @param original the person's own words
 * @param resolved what they resolve to, the likeliest first, at most five; empty for an ambiguity that must be asked
 * @param start first code unit of the words in the utterance
 * @param end the code unit after the last
 */
public record SlotMatch(SlotName slot, SlotValue original, List<SlotValue> resolved, int start, int end) {

    public SlotMatch {
        resolved = List.copyOf(resolved);
        if (start < 0 || end < start || resolved.size() > 5) {
            throw new IllegalArgumentException("malformed match for slot " + slot);
        }
    }
}
