package dev.sotto.nlu.text;

import java.util.Arrays;

/**
 * The words of a text, in order, each with its place and its folded form. A number with its separators and sign is one
 * word ({@code -15.2}, {@code 1,000}); digits and letters part ({@code 20} and {@code pounds} in {@code 20pounds}); a
 * hyphen or slash between words parts them and is no word; symbols and punctuation are words of their own. Immutable; holds what was said, so it must not outlive
 * the call it was made for, unless the text is a bot author's.
 */
public final class Words {

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final String[] folded;

    private Words(String text, int[] starts, int[] ends, String[] folded) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.folded = folded;
    }

    /** Cuts a text into words. */
    public static Words of(String text) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int end = WordBoundaries.endOfWord(text, at);
            if (!WordBoundaries.isSpace(text, at) && !WordBoundaries.isJoiner(text, at)) {
                starts[count] = at;
                ends[count++] = end;
            }
            at = end;
        }
        String[] folded = new String[count];
        for (int i = 0; i < count; i++) {
            folded[i] = Fold.fold(text.substring(starts[i], ends[i]));
        }
        return new Words(text, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count), folded);
    }

    /** Returns the words of a part of the text. */
    public Words within(int start, int end) {
        return of(text.substring(start, end));
    }

    /** Returns how many words there are. */
    public int size() {
        return folded.length;
    }

    /** Returns the folded form of a word. */
    public String get(int word) {
        return folded[word];
    }

    /** Returns whether a word is the given one, by folded form. */
    public boolean is(int word, String wanted) {
        return word >= 0 && word < folded.length && folded[word].equals(wanted);
    }

    /** Returns the first code unit of a word in the text. */
    public int start(int word) {
        return starts[word];
    }

    /** Returns the code unit after the last of a word. */
    public int end(int word) {
        return ends[word];
    }

    /** Returns the text as it was written from one word up to, not including, another. */
    public String text(int from, int to) {
        return from >= to ? "" : text.substring(starts[from], ends[to - 1]);
    }

    /** Returns a part of the text, by code units. */
    public String between(int start, int end) {
        return text.substring(start, end);
    }

    /** Returns the text as it was written, from a word to the end. */
    public String textFrom(int word) {
        return text.substring(starts[word]);
    }

    /** Returns the word after the one that ends at a code unit, looking from a word on; -1 if none ends there. */
    public int endingAt(int from, int end) {
        for (int word = from; word < ends.length && ends[word] <= end; word++) {
            if (ends[word] == end) {
                return word + 1;
            }
        }
        return -1;
    }

    /** Returns whether two neighbouring words touch, as in {@code £5}. */
    public boolean touches(int left, int right) {
        return ends[left] == starts[right];
    }

    /** Returns whether a word has a letter or a digit. */
    public boolean isWord(int word) {
        return WordBoundaries.hasLetterOrDigit(folded[word]);
    }

    /**
     * Returns the words with a letter or digit, folded and joined by single spaces: equal for texts that differ in case,
     * punctuation and spacing only.
     */
    public String key() {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < folded.length; i++) {
            if (isWord(i)) {
                if (key.length() > 0) {
                    key.append(' ');
                }
                key.append(folded[i]);
            }
        }
        return key.toString();
    }
}
