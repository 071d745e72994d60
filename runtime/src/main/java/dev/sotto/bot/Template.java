package dev.sotto.bot;

import dev.sotto.nlu.SlotName;
import java.util.List;

/** Text of the bot with places for slot values and session attributes: {@code Send {amount} to {payee}?} */
public record Template(List<Part> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    /** Returns a template without places. */
    public static Template of(String text) {
        return new Template(List.of(new Literal(text)));
    }

    /** A piece of a template, in order. */
    public sealed interface Part {}

    /** The bot's own words. */
    public record Literal(String text) implements Part {}

    /** The place of a slot's value: {@code {amount}}. */
    public record SlotPlace(SlotName slot) implements Part {}

    /** The place of a session attribute: {@code [customer-name]}. */
    public record AttributePlace(String attribute) implements Part {}
}
