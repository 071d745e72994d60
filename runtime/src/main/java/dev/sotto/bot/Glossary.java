package dev.sotto.bot;

import dev.sotto.nlu.SlotTypeName;
import java.util.Map;
import java.util.Optional;

/**
 * How a bot says values in its language where they are not called as they are kept: {@code GRN} is "green tea".
 *
 * @param words what is said by type and value
 */
public record Glossary(Map<SlotTypeName, Map<String, String>> words) {

    /** Every value is said as it is. */
    public static final Glossary NONE = new Glossary(Map.of());

    public Glossary {
        words = Map.copyOf(words);
    }

    /** Returns what is said for a value, unless it is the value itself. */
    public Optional<String> of(SlotTypeName type, String value) {
        return Optional.ofNullable(words.getOrDefault(type, Map.of()).get(value));
    }
}
