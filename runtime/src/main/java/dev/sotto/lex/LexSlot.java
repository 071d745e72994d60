package dev.sotto.lex;

import dev.sotto.sensitive.SlotValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A slot's value as Lex V2 has it: of the shape List if it has values of its own, else Scalar.
 *
 * @param originalValue the person's own words; absent if a hook or a default set it
 * @param interpretedValue the value chosen; absent while it is ambiguous
 * @param resolvedValues the candidates, at most five, the chosen one first
 * @param values the values of a list, each of the shape Scalar; then the others are about all of them together
 */
public record LexSlot(
        Optional<SlotValue> originalValue,
        Optional<SlotValue> interpretedValue,
        List<SlotValue> resolvedValues,
        List<LexSlot> values) {

    public LexSlot {
        resolvedValues = List.copyOf(resolvedValues);
        values = List.copyOf(values);
    }

    /** Returns a single value. */
    public LexSlot(
            Optional<SlotValue> originalValue, Optional<SlotValue> interpretedValue, List<SlotValue> resolvedValues) {
        this(originalValue, interpretedValue, resolvedValues, List.of());
    }

    /** Returns a list of these single values, at least one. */
    public static LexSlot list(List<LexSlot> values) {
        return joined(values, ", ", values);
    }

    /** Returns what is said of the parts of a slot together, at least one (Lex's resolution strategy Concatenation). */
    static LexSlot whole(Collection<LexSlot> parts) {
        return joined(parts, " ", List.of());
    }

    private static LexSlot joined(Collection<LexSlot> values, String between, List<LexSlot> list) {
        SlotValue interpreted = text(values.stream().flatMap(value -> value.interpretedValue().stream()), between);
        SlotValue original = text(
                values.stream().flatMap(value -> value.originalValue().or(value::interpretedValue).stream()), between);
        return new LexSlot(Optional.of(original), Optional.of(interpreted), List.of(interpreted), list);
    }

    private static SlotValue text(Stream<SlotValue> values, String between) {
        return new SlotValue(values.map(SlotValue::reveal).collect(Collectors.joining(between)));
    }
}
