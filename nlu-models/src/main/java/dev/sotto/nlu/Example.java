package dev.sotto.nlu;

import java.util.List;

/**
 * A sample utterance of a bot's author, such as {@code pay [Anna](payee) [ten pounds](amount)} or {@code pay {payee}},
 * taken apart.
 */
public record Example(List<Part> parts) {

    public Example {
        parts = List.copyOf(parts);
    }

    /** Returns an example without annotations. */
    public static Example of(String text) {
        return new Example(List.of(new Text(text)));
    }

    /** A piece of an example, in order; white space between pieces is part of the text pieces. */
    public sealed interface Part {}

    /** Words that are no slot's. */
    public record Text(String text) implements Part {}

    /** Words that are an example of a slot's value: {@code [Anna](payee)}. */
    public record Value(SlotName slot, String text) implements Part {}

    /** The place of a slot, whatever its value: {@code {payee}}. */
    public record Placeholder(SlotName slot) implements Part {}
}
