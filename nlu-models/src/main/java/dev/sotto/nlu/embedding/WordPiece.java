package dev.sotto.nlu.embedding;

import java.nio.LongBuffer;
import java.text.Normalizer;

/**
 * The tokenizer that uncased BERT models were trained with: clean up, set CJK characters apart, strip accents, lower
 * case, split at white space and punctuation, then the longest known pieces from the left. Gives the ids of the Hugging
 * Face reference, with one intended difference: markers such as {@code [SEP]} in a text are read as plain characters,
 * for a person who types one must not steer the encoder. Immutable and safe for any thread.
 */
final class WordPiece {

    /** Pieces of an input that are read; what follows is left out. Longer than anything said in one breath. */
    static final int MAX_PIECES = 64;

    /** Ids of a full input: its pieces between the opening and the closing marker. */
    static final int MAX_IDS = MAX_PIECES + 2;

    /** A longer word is unknown as a whole, as in the reference. In code points. */
    private static final int MAX_WORD = 100;

    private final Vocabulary vocabulary;
    private final int opening;
    private final int closing;
    private final int unknown;

    /**
     * @throws IllegalArgumentException if the vocabulary lacks one of the markers
     */
    WordPiece(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        opening = marker("[CLS]");
        closing = marker("[SEP]");
        unknown = marker("[UNK]");
    }

    /**
     * Puts the ids of a text into a buffer, from its start, markers included.
     *
     * @param ids with room for {@value #MAX_IDS}
     * @return how many there are, at least 2
     */
    int encode(String text, LongBuffer ids) {
        char[] clean = lowerWithoutAccents(clean(text));
        int count = 0;
        ids.put(count++, opening);
        int at = 0;
        while (at < clean.length && count <= MAX_PIECES) {
            int next = endOfToken(clean, at);
            if (next > at) {
                count = pieces(clean, at, next, ids, count);
                at = next;
            } else {
                at++;
            }
        }
        ids.put(count++, closing);
        return count;
    }

    /** Returns the end of the token that starts here, or the same place if it is a space. */
    private static int endOfToken(char[] clean, int from) {
        int first = Character.codePointAt(clean, from);
        if (first == ' ') {
            return from;
        }
        int at = from + Character.charCount(first);
        if (isPunctuation(first)) {
            return at;
        }
        while (at < clean.length) {
            int next = Character.codePointAt(clean, at);
            if (next == ' ' || isPunctuation(next)) {
                return at;
            }
            at += Character.charCount(next);
        }
        return at;
    }

    private int pieces(char[] clean, int from, int to, LongBuffer ids, int count) {
        if (Character.codePointCount(clean, from, to - from) > MAX_WORD) {
            ids.put(count, unknown);
            return count + 1;
        }
        int mark = count;
        int at = from;
        while (at < to) {
            int end = Math.min(to, at + vocabulary.longest());
            int id = -1;
            while (end > at) {
                id = vocabulary.find(clean, at, end, at > from);
                if (id >= 0) {
                    break;
                }
                end--;
            }
            if (id < 0) {
                ids.put(mark, unknown);
                return mark + 1;
            }
            if (count <= MAX_PIECES) {
                ids.put(count++, id);
            }
            at = end;
        }
        return count;
    }

    /** Drops control characters, makes every white space a plain one and sets CJK ideographs apart. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 8);
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c < 0x80) {
                if (c >= ' ' && c != 0x7F) {
                    clean.append((char) c);
                } else if (c == '\t' || c == '\n' || c == '\r') {
                    clean.append(' ');
                }
            } else if (isWhiteSpace(c)) {
                clean.append(' ');
            } else if (isIdeograph(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
            } else if (c != 0xFFFD && !isControl(c)) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString();
    }

    private static char[] lowerWithoutAccents(String clean) {
        if (isAscii(clean)) {
            char[] lower = clean.toCharArray();
            for (int i = 0; i < lower.length; i++) {
                if (lower[i] >= 'A' && lower[i] <= 'Z') {
                    lower[i] = (char) (lower[i] + ('a' - 'A'));
                }
            }
            return lower;
        }
        String decomposed = Normalizer.normalize(clean, Normalizer.Form.NFD);
        StringBuilder lower = new StringBuilder(decomposed.length());
        for (int at = 0; at < decomposed.length(); ) {
            int c = decomposed.codePointAt(at);
            at += Character.charCount(c);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                lower.appendCodePoint(Character.toLowerCase(c));
            }
        }
        char[] result = new char[lower.length()];
        lower.getChars(0, result.length, result, 0);
        return result;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhiteSpace(int c) {
        return Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Ideographs as BERT counts them, which is not Unicode's property of that name. */
    private static boolean isIdeograph(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2B73F)
                || (c >= 0x2B740 && c <= 0x2B81F)
                || (c >= 0x2B920 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    private int marker(String piece) {
        int id = vocabulary.find(piece);
        if (id < 0) {
            throw new IllegalArgumentException("the vocabulary has no " + piece);
        }
        return id;
    }
}
