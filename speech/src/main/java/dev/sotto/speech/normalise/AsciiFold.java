package dev.sotto.speech.normalise;

import java.text.Normalizer;
import java.util.Map;

/** Brings text to US-ASCII, as near as it goes. Pure functions. */
public final class AsciiFold {

    /** Signs that have a meaning of their own for the rules, which run before the last fold. */
    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x02BC, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x201E, "\""),
            Map.entry(0x00AB, "\""),
            Map.entry(0x00BB, "\""),
            Map.entry(0x2026, "... "),
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, " - "),
            Map.entry(0x2015, " - "),
            Map.entry(0x2212, "-"),
            Map.entry(0x2044, "/"),
            Map.entry(0x00D7, " times "),
            Map.entry(0x00F7, " divided by "),
            Map.entry(0x00B1, " plus or minus "),
            Map.entry(0x2248, " about "),
            Map.entry(0x2260, " is not "),
            Map.entry(0x2264, " at most "),
            Map.entry(0x2265, " at least "),
            Map.entry(0x00B2, "2"),
            Map.entry(0x00B3, "3"),
            Map.entry(0x2192, ", "),
            Map.entry(0x2022, ", "),
            Map.entry(0x00B7, ", "));

    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry(0x00DF, "ss"),
            Map.entry(0x00C6, "Ae"),
            Map.entry(0x00E6, "ae"),
            Map.entry(0x0152, "Oe"),
            Map.entry(0x0153, "oe"),
            Map.entry(0x00D8, "O"),
            Map.entry(0x00F8, "o"),
            Map.entry(0x0141, "L"),
            Map.entry(0x0142, "l"),
            Map.entry(0x0110, "D"),
            Map.entry(0x0111, "d"),
            Map.entry(0x00D0, "D"),
            Map.entry(0x00F0, "d"),
            Map.entry(0x00DE, "Th"),
            Map.entry(0x00FE, "th"),
            Map.entry(0x0131, "i"),
            Map.entry(0x20AC, " euros "),
            Map.entry(0x00A3, " pounds "),
            Map.entry(0x00A5, " yen "),
            Map.entry(0x20B9, " rupees "),
            Map.entry(0x00B0, " degrees "),
            Map.entry(0x00A7, " section "),
            Map.entry(0x00A9, " copyright "),
            Map.entry(0x00AE, ""),
            Map.entry(0x2122, ""),
            Map.entry(0x00B5, "micro"),
            Map.entry(0x03BC, "micro"));

    private AsciiFold() {}

    /** Returns a word in ASCII letters, with a blank in the place of each that has none. */
    public static String word(String word) {
        return letters(punctuation(word));
    }

    /** Returns text with its punctuation in ASCII and each kind of space a space. Currencies and degrees stay. */
    static String punctuation(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            String sign = SIGNS.get(point);
            if (sign != null) {
                folded.append(sign);
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point)) {
                folded.append(' ');
            } else if (Character.getType(point) == Character.OTHER_NUMBER) {
                // One half after a number is a number of its own.
                folded.append(' ')
                        .append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                                .replace('\u2044', '/'));
            } else if (point < 0x80 || LETTERS.containsKey(point)) {
                folded.appendCodePoint(point);
            } else {
                folded.append(plain(point));
            }
        });
        return folded.toString();
    }

    /** Returns text with nothing but ASCII left. */
    static String letters(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (point < 0x80) {
                folded.appendCodePoint(point);
            } else {
                folded.append(LETTERS.getOrDefault(point, " "));
            }
        });
        return folded.toString();
    }

    /** A letter without its accents; nothing for what has no place in English, such as pictures. */
    private static String plain(int point) {
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        StringBuilder ascii = new StringBuilder();
        parts.codePoints().forEach(part -> {
            if (part < 0x80) {
                ascii.appendCodePoint(part);
            } else if (LETTERS.containsKey(part)) {
                ascii.append(LETTERS.get(part));
            }
        });
        return ascii.length() > 0 || Character.getType(point) == Character.NON_SPACING_MARK ? ascii.toString() : " ";
    }
}
