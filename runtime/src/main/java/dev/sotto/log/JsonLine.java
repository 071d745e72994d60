package dev.sotto.log;

import java.util.List;

/** Builds one JSON object on one line. Small enough to be loaded before any JSON library is. Confined to its caller. */
final class JsonLine {

    private final StringBuilder text = new StringBuilder(160).append('{');

    void string(String key, String value) {
        key(key);
        quote(value);
    }

    /** Adds a string, or a number as it is. */
    void value(String key, Object value) {
        key(key);
        if (value instanceof Number) {
            text.append(value);
        } else {
            quote(value.toString());
        }
    }

    void strings(String key, List<String> values) {
        key(key);
        text.append('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            quote(values.get(i));
        }
        text.append(']');
    }

    /** Closes the object and returns it with a line break. */
    String end() {
        return text.append("}\n").toString();
    }

    private void key(String key) {
        if (text.length() > 1) {
            text.append(',');
        }
        quote(key);
        text.append(':');
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(Character.forDigit((c >> shift) & 0xf, 16));
                }
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
