package dev.sotto.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows where it stands. */
public sealed interface YamlNode {

    /** Where it begins. */
    Position position();

    /** What it is, for messages: {@code a list}. */
    String kind();

    /**
     * A single value.
     *
     * @param text as written, quotes and folding resolved
     * @param style whether it was quoted, for a quoted {@code "5"} is text and not a number
     */
    record Scalar(Position position, String text, Style style) implements YamlNode {

        @Override
        public String kind() {
            return isEmpty() ? "nothing" : "\"" + text + "\"";
        }

        /** Returns whether the key was given no value at all. */
        public boolean isEmpty() {
            return style == Style.PLAIN && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** How a value was written. */
    enum Style {
        PLAIN,
        QUOTED
    }

    /** A list. */
    record Items(Position position, List<YamlNode> items) implements YamlNode {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * Keys and their values in the order of the file.
     *
     * @param entries in order; keys are unique
     */
    record Fields(Position position, List<Field> entries) implements YamlNode {

        public Fields {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "keys with values";
        }

        /** Returns the values by key, in order. */
        public Map<String, YamlNode> byKey() {
            Map<String, YamlNode> map = new LinkedHashMap<>();
            entries.forEach(entry -> map.put(entry.key(), entry.value()));
            return map;
        }
    }

    /**
     * A key with its value.
     *
     * @param position where the key stands
     */
    record Field(Position position, String key, YamlNode value) {}
}
