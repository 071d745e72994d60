package dev.sotto.json;

/**
 * Text without null characters and halves of surrogate pairs. UTF-8 cannot carry the latter and some readers stumble
 * over the former; only an escape in JSON can smuggle them in.
 */
public final class WholeText {

    private static final char REPLACEMENT = '\uFFFD';

    private WholeText() {}

    /** Returns whether the text is whole. */
    public static boolean isWhole(String text) {
        return text.indexOf('\0') < 0 && firstUnpaired(text, 0) < 0;
    }

    /** Replaces unpaired surrogates, so that a text of a bot's or a hook's can be written whatever it holds. */
    public static String mended(String text) {
        int unpaired = firstUnpaired(text, 0);
        if (unpaired < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        while (unpaired >= 0) {
            whole.setCharAt(unpaired, REPLACEMENT);
            unpaired = firstUnpaired(text, unpaired + 1);
        }
        return whole.toString();
    }

    private static int firstUnpaired(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return i;
            }
            i += Character.charCount(point);
        }
        return -1;
    }
}
