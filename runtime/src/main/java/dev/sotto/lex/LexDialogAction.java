package dev.sotto.lex;

import dev.sotto.nlu.SlotName;
import java.util.Optional;

/** What happens next, as Lex V2 has it. */
public record LexDialogAction(DialogActionType type, Optional<SlotName> slotToElicit) {

    public LexDialogAction {
        if ((type == DialogActionType.ELICIT_SLOT) != slotToElicit.isPresent()) {
            throw new IllegalArgumentException("a slot goes with ElicitSlot, and with nothing else");
        }
    }

    /** Returns an action that names no slot. */
    public static LexDialogAction of(DialogActionType type) {
        return new LexDialogAction(type, Optional.empty());
    }
}
