package dev.sotto.nlu;

import java.util.List;

/**
 * One reading of an utterance.
 *
 * @param intent what the person may want
 * @param confidence calibrated, from 0 to 1
 * @param slots the values found for slots of that intent, in the order of the utterance, none overlapping
 */
public record Interpretation(IntentName intent, double confidence, List<SlotMatch> slots) {

    public Interpretation {
        slots = List.copyOf(slots);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence outside 0..1");
        }
    }
}
