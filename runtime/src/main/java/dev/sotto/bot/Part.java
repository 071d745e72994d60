package dev.sotto.bot;

import dev.sotto.nlu.SlotName;
import java.util.List;
import java.util.Optional;

/**
 * What a slot is part of: a slot of several parts (Lex V2's composite slot), such as an address. A part is a slot as any
 * other, called like {@code address.street}; only in Lex's terms they are one.
 *
 * @param whole the name of the slot of several parts
 * @param opening what asks for the whole while none of its parts has a value
 */
public record Part(SlotName whole, List<Message> opening) {

    /** Lex V2's most parts of one slot. */
    public static final int MOST = 6;

    private static final char SEPARATOR = '.';

    public Part {
        opening = List.copyOf(opening);
    }

    /** Returns the name of a slot that is a part of another. */
    public static SlotName name(SlotName whole, String part) {
        return new SlotName(whole.value() + SEPARATOR + part);
    }

    /** Returns the slot that a name is a part of, for a slot that is none has no dot in its name. */
    public static Optional<SlotName> wholeOf(SlotName name) {
        int dot = name.value().indexOf(SEPARATOR);
        return dot < 0
                ? Optional.empty()
                : Optional.of(new SlotName(name.value().substring(0, dot)));
    }

    /** Returns the name within its whole. */
    public static String partOf(SlotName name) {
        return name.value().substring(name.value().indexOf(SEPARATOR) + 1);
    }
}
