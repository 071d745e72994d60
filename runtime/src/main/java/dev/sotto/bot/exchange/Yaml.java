package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A piece of YAML to be written as an author would: plain and in one line where it can be. */
sealed interface Yaml {

    /** A text. */
    record Text(String text) implements Yaml {}

    /** Something that stands there as it is, such as a number or {@code yes}; empty for nothing. */
    record Bare(String text) implements Yaml {}

    /** A list, below its key or in brackets. */
    record Items(List<Yaml> items, Style style) implements Yaml {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys and what belongs to them, below each other or in braces. */
    record Fields(Map<String, Yaml> fields, Style style) implements Yaml {

        /** Returns fields to be filled, each in a line of its own. */
        static Fields block() {
            return new Fields(new LinkedHashMap<>(), Style.LINES);
        }

        /** Returns fields to be filled, all in one line. */
        static Fields flow() {
            return new Fields(new LinkedHashMap<>(), Style.FLOW);
        }

        Fields put(String key, Yaml value) {
            fields.put(key, value);
            return this;
        }

        Fields put(String key, String text) {
            return put(key, new Text(text));
        }
    }

    /** How something of several parts stands there. */
    enum Style {
        LINES,
        FLOW
    }

    /** Returns texts in a list, each in a line of its own. */
    static Yaml lines(List<String> texts) {
        return new Items(texts.stream().<Yaml>map(Text::new).toList(), Style.LINES);
    }

    /** Returns texts in a list between brackets. */
    static Yaml inOneLine(List<String> texts) {
        return new Items(texts.stream().<Yaml>map(Text::new).toList(), Style.FLOW);
    }

    /** Writes YAML. Confined to one file. */
    final class Writer {

        private static final Pattern PLAIN = Pattern.compile("[A-Za-z\\u00C0-\\u024F][^:#\\[\\]{}&*!|>%@`\"\\\\]*");
        private static final Set<String> NOT_TEXT = Set.of("yes", "no", "true", "false", "on", "off", "null", "y", "n");
        private static final String INDENT = "  ";

        private final StringBuilder out = new StringBuilder();

        /** Writes a key and what belongs to it. */
        Writer field(int depth, String key, Yaml value) {
            out.append(INDENT.repeat(depth));
            entry(depth, key, value);
            return this;
        }

        /** Parts what follows from what came before. */
        Writer blankLine() {
            out.append('\n');
            return this;
        }

        @Override
        public String toString() {
            return out.toString();
        }

        private void entry(int depth, String key, Yaml value) {
            out.append(scalar(key, false)).append(':');
            if (value instanceof Fields fields && fields.style() == Style.LINES) {
                out.append('\n');
                fields.fields().forEach((name, field) -> field(depth + 1, name, field));
            } else if (value instanceof Items list && list.style() == Style.LINES) {
                out.append('\n');
                list.items().forEach(item -> item(depth + 1, item));
            } else {
                String line = inline(value, false);
                out.append(line.isEmpty() ? "" : " ").append(line).append('\n');
            }
        }

        private void item(int depth, Yaml item) {
            out.append(INDENT.repeat(depth)).append("- ");
            if (item instanceof Fields fields && fields.style() == Style.LINES) {
                List<Map.Entry<String, Yaml>> entries =
                        new ArrayList<>(fields.fields().entrySet());
                for (int i = 0; i < entries.size(); i++) {
                    out.append(i == 0 ? "" : INDENT.repeat(depth + 1));
                    entry(depth + 1, entries.get(i).getKey(), entries.get(i).getValue());
                }
            } else {
                out.append(inline(item, false)).append('\n');
            }
        }

        private static String inline(Yaml value, boolean within) {
            if (value instanceof Text text) {
                return scalar(text.text(), within);
            }
            if (value instanceof Bare bare) {
                return bare.text();
            }
            if (value instanceof Items list) {
                List<String> items =
                        list.items().stream().map(item -> inline(item, true)).toList();
                return "[" + String.join(", ", items) + "]";
            }
            List<String> fields = new ArrayList<>();
            ((Fields) value)
                    .fields()
                    .forEach((key, field) -> fields.add((scalar(key, true) + ": " + inline(field, true)).strip()));
            return "{ " + String.join(", ", fields) + " }";
        }

        /** @param within between brackets, where a comma parts words */
        private static String scalar(String text, boolean within) {
            boolean plain = PLAIN.matcher(text).matches()
                    && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT))
                    && text.equals(text.strip())
                    && !(within && text.indexOf(',') >= 0);
            return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }
}
