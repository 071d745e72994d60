package dev.sotto.lex;

import dev.sotto.sensitive.SlotValue;
import java.util.List;
import java.util.Optional;

/**
 * A slot's value as Lex V2 has it (shape Scalar).
 *
 * @param originalValue the person's own words; absent if a hook or a default set it
 * @param interpretedValue the value chosen; absent while it is ambiguous
 * @param resolvedValues the candidates, at most five, the chosen one first
 */
public record LexSlot(
        Optional<SlotValue> originalValue, Optional<SlotValue> interpretedValue, List<SlotValue> resolvedValues) {

    public LexSlot {
        resolvedValues = List.copyOf(resolvedValues);
    }
}
