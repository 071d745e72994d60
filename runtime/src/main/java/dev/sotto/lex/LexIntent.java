package dev.sotto.lex;

import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An intent as Lex V2 has it.
 *
 * @param slots every slot of the intent in its order; nothing for one that is empty
 */
public record LexIntent(
        IntentName name,
        Map<SlotName, Optional<LexSlot>> slots,
        IntentState state,
        ConfirmationState confirmationState) {

    public LexIntent {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }
}
