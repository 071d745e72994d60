package dev.sotto.nlu.text;

import java.text.Normalizer;

/** Folding: the form of a text in which case, accents, width and apostrophes no longer differ. */
public final class Fold {

    private Fold() {}

    /** Returns the folded form; it may be shorter or longer than the text, and empty. */
    public static String fold(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z') || isApostrophe(c)) {
                return foldSlowly(text);
            }
        }
        return text;
    }

    /** Returns whether a character is an apostrophe, which folding drops: "don't", "Anna’s". */
    public static boolean isApostrophe(int c) {
        return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`' || c == 0xFF07;
    }

    private static String foldSlowly(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int at = 0; at < decomposed.length(); ) {
            int c = decomposed.codePointAt(at);
            at += Character.charCount(c);
            if (Character.getType(c) == Character.NON_SPACING_MARK || isApostrophe(c)) {
                continue;
            }
            if (c == 0xDF || c == 0x1E9E) {
                folded.append("ss");
            } else {
                folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(c)));
            }
        }
        return folded.toString();
    }
}
