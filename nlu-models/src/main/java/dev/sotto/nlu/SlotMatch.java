package dev.sotto.nlu;

import dev.sotto.sensitive.SlotValue;
import java.util.List;
import java.util.Optional;

/**
 * A slot value found in an utterance.
 *
 * @param slot which slot of the intent it fills
 * @param original the person's own words
 * @param interpreted what they mean; empty for an ambiguity that must be asked about
 * @param resolved what they may mean, at most five; the first is what they are taken to mean, if they are
 * @param start first code unit of the words in the utterance
 * @param end the code unit after the last
 */
public record SlotMatch(
        SlotName slot,
        SlotValue original,
        Optional<SlotValue> interpreted,
        List<SlotValue> resolved,
        int start,
        int end) {

    public SlotMatch {
        resolved = List.copyOf(resolved);
        boolean first =
                interpreted.isEmpty() || (!resolved.isEmpty() && resolved.get(0).equals(interpreted.get()));
        if (start < 0 || end < start || resolved.size() > 5 || !first) {
            throw new IllegalArgumentException("malformed match for slot " + slot);
        }
    }

    /** A value that is taken to be the first that its words resolve to, or none if they resolve to nothing. */
    public SlotMatch(SlotName slot, SlotValue original, List<SlotValue> resolved, int start, int end) {
        this(slot, original, resolved.stream().findFirst(), resolved, start, end);
    }
}
