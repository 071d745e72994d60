package dev.sotto.lex;

import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An intent in the answer of a hook, where all but the name may be left out and what is left out stays as it is.
 *
 * @param slots values to take over; nothing for a slot to be emptied
 */
public record LexHookIntent(
        IntentName name,
        Map<SlotName, Optional<LexSlot>> slots,
        Optional<IntentState> state,
        Optional<ConfirmationState> confirmationState) {

    public LexHookIntent {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    /** Returns an intent of which nothing but the name is said. */
    public static LexHookIntent named(IntentName name) {
        return new LexHookIntent(name, Map.of(), Optional.empty(), Optional.empty());
    }
}
