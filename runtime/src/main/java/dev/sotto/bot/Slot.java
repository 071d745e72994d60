package dev.sotto.bot;

import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.sensitive.DataClass;
import java.util.Optional;

/**
 * A value that an intent needs or can use.
 *
 * @param constraint whether it is asked for
 * @param prompt how it is asked for; absent only for an optional slot
 * @param limit what values are accepted
 * @param dataClass how far its value may travel, and every output built from it
 */
public record Slot(
        SlotName name,
        SlotTypeName type,
        Constraint constraint,
        Optional<Prompt> prompt,
        Optional<Limit> limit,
        DataClass dataClass) {

    public Slot {
        if (constraint == Constraint.REQUIRED && prompt.isEmpty()) {
            throw new IllegalArgumentException("required slot " + name + " without a prompt");
        }
    }

    /** Whether the bot asks for a slot that was not volunteered. */
    public enum Constraint {
        REQUIRED,
        OPTIONAL
    }
}
