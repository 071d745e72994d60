package dev.sotto.bot;

import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.sensitive.DataClass;
import java.util.List;
import java.util.Optional;

/**
 * A value that an intent needs or can use.
 *
 * @param constraint whether it is asked for
 * @param arity whether it takes one value or several
 * @param prompt how it is asked for; absent only for an optional slot
 * @param defaults where a value comes from if nobody gives one, the first first
 * @param limit what values are accepted
 * @param eachTry a hook that is told of each attempt to answer
 * @param captured what follows when it has got a value
 * @param failed what follows when every attempt was of no use
 * @param dataClass how far its value may travel, and every output built from it
 * @param part what it is part of, if it is
 */
public record Slot(
        SlotName name,
        SlotTypeName type,
        Constraint constraint,
        Arity arity,
        Optional<Prompt> prompt,
        List<SlotDefault> defaults,
        Optional<Limit> limit,
        Optional<Hook> eachTry,
        Passage captured,
        Passage failed,
        DataClass dataClass,
        Optional<Part> part) {

    /** Returns a slot that is no part of another. */
    public Slot(
            SlotName name,
            SlotTypeName type,
            Constraint constraint,
            Arity arity,
            Optional<Prompt> prompt,
            List<SlotDefault> defaults,
            Optional<Limit> limit,
            Optional<Hook> eachTry,
            Passage captured,
            Passage failed,
            DataClass dataClass) {
        this(
                name,
                type,
                constraint,
                arity,
                prompt,
                defaults,
                limit,
                eachTry,
                captured,
                failed,
                dataClass,
                Optional.empty());
    }

    public Slot {
        defaults = List.copyOf(defaults);
        if (constraint == Constraint.REQUIRED && prompt.isEmpty()) {
            throw new IllegalArgumentException("required slot " + name + " without a prompt");
        }
    }

    /** How many values a slot takes. */
    public enum Arity {
        ONE,
        SEVERAL
    }

    /** Whether the bot asks for a slot that was not volunteered. */
    public enum Constraint {
        REQUIRED,
        OPTIONAL
    }

    /** Returns whether all that is answered is its value. */
    public boolean takesFreeText() {
        return type.equals(BuiltInTypes.FREE_TEXT);
    }

    /** Returns whether it is of a built-in type of names or places, which no list holds. */
    public boolean takesAnyName() {
        return BuiltInTypes.isOpen(type);
    }
}
