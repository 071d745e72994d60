package dev.sotto.dialogue;

import dev.sotto.bot.Slot;
import dev.sotto.bot.SlotDefault;
import dev.sotto.lex.LexActiveContext;
import dev.sotto.lex.LexSlot;
import dev.sotto.sensitive.SlotValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that slots have when an intent begins (Lex V2 developer guide, default slot values). */
final class Defaults {

    private Defaults() {}

    /** Returns the first default that exists. A default was said by nobody, so it has no original words. */
    static Optional<LexSlot> of(Slot slot, Map<String, Attribute> attributes, List<LexActiveContext> contexts) {
        return slot.defaults().stream()
                .flatMap(one -> value(one, attributes, contexts).stream())
                .filter(value -> !value.blank())
                .findFirst()
                .map(value -> Values.chosen(value.reveal()));
    }

    private static Optional<SlotValue> value(
            SlotDefault from, Map<String, Attribute> attributes, List<LexActiveContext> contexts) {
        if (from instanceof SlotDefault.Literal literal) {
            return Optional.of(new SlotValue(literal.value()));
        }
        if (from instanceof SlotDefault.FromAttribute attribute) {
            return Optional.ofNullable(attributes.get(attribute.attribute())).map(Attribute::value);
        }
        return from instanceof SlotDefault.FromContext context
                ? contexts.stream()
                        .filter(active -> active.name().equals(context.context()))
                        .flatMap(active ->
                                Optional.ofNullable(active.contextAttributes().get(context.attribute())).stream())
                        .findFirst()
                : Optional.empty();
    }
}
