package dev.sotto.speech.graph;

/** The name of a letter as a word of its own: "a" that is spelt sounds otherwise than the article. */
public final class LetterName {

    private static final String MARK = ".";

    private LetterName() {}

    /** Returns the name of a letter. */
    static String of(String letter) {
        return letter + MARK;
    }

    /** Returns whether a word is the name of a letter. */
    static boolean is(String word) {
        return word.endsWith(MARK);
    }

    /** Returns a word as it is written, whether it is the name of a letter or not. */
    public static String written(String word) {
        return is(word) ? word.substring(0, word.length() - MARK.length()) : word;
    }
}
