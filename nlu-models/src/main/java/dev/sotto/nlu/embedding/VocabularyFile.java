package dev.sotto.nlu.embedding;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the vocabulary out of a {@code tokenizer.json} as Hugging Face writes it: the object named {@code vocab}, from
 * piece to id. A scanner of that one object rather than a JSON library, for nothing else of the file is needed.
 * Confined to one call.
 */
final class VocabularyFile {

    private static final int MAX_ID = 1 << 20;

    private final String json;
    private int at;
    private int escape = -1;

    private VocabularyFile(String json) {
        this.json = json;
    }

    /**
     * Returns the vocabulary of a file's text.
     *
     * @throws IllegalArgumentException if there is none, or it is cut off
     */
    static Vocabulary read(String json) {
        return new VocabularyFile(json).vocabulary();
    }

    private Vocabulary vocabulary() {
        int start = json.indexOf("\"vocab\"");
        if (start < 0) {
            throw malformed();
        }
        at = start + "\"vocab\"".length();
        expect(':');
        expect('{');
        List<String> pieces = new ArrayList<>(32_768);
        do {
            expect('"');
            String piece = string();
            expect(':');
            put(pieces, number(), piece);
        } while (more());
        return new Vocabulary(pieces);
    }

    private void put(List<String> pieces, int id, String piece) {
        while (pieces.size() <= id) {
            pieces.add("");
        }
        if (!pieces.get(id).isEmpty()) {
            throw malformed();
        }
        pieces.set(id, piece);
    }

    private boolean more() {
        char next = next();
        if (next != ',' && next != '}') {
            throw malformed();
        }
        return next == ',';
    }

    private String string() {
        int end = json.indexOf('"', at);
        if (escape < at) {
            int next = json.indexOf('\\', at);
            escape = next < 0 ? json.length() : next;
        }
        if (end >= 0 && end < escape) {
            String plain = json.substring(at, end);
            at = end + 1;
            return plain;
        }
        StringBuilder text = new StringBuilder();
        while (at < json.length()) {
            char c = json.charAt(at++);
            if (c == '"') {
                return text.toString();
            }
            text.append(c == '\\' ? escaped() : c);
        }
        throw malformed();
    }

    private char escaped() {
        if (at >= json.length()) {
            throw malformed();
        }
        char c = json.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > json.length()) {
                    throw malformed();
                }
                at += 4;
                yield (char) Integer.parseInt(json, at - 4, at, 16);
            }
            default -> throw malformed();
        };
    }

    private int number() {
        int value = 0;
        int digits = 0;
        char c = next();
        while (c >= '0' && c <= '9' && value < MAX_ID) {
            value = value * 10 + c - '0';
            digits++;
            if (at >= json.length()) {
                throw malformed();
            }
            c = json.charAt(at++);
        }
        at--;
        if (digits == 0 || value >= MAX_ID) {
            throw malformed();
        }
        return value;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw malformed();
        }
    }

    private char next() {
        while (at < json.length()) {
            char c = json.charAt(at++);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
        }
        throw malformed();
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("no whole vocabulary near character " + at);
    }
}
