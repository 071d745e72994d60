package dev.sotto.nlu.value;

import java.util.ArrayList;
import java.util.List;

/** Some characters: ranges, or all others. Immutable. */
record CharacterSet(List<Range> ranges, boolean negated) {

    /** No character at all. */
    static final CharacterSet NONE = new CharacterSet(List.of(), false);

    private static final List<Range> DIGITS = List.of(new Range('0', '9'));
    private static final List<Range> WORD =
            List.of(new Range('a', 'z'), new Range('A', 'Z'), new Range('0', '9'), new Range('_', '_'));
    private static final List<Range> SPACE = List.of(new Range(' ', ' '), new Range('\t', '\r'));

    CharacterSet {
        ranges = List.copyOf(ranges);
    }

    /** Characters from one to another, both included. */
    record Range(char first, char last) {}

    static CharacterSet of(char only) {
        return new CharacterSet(List.of(new Range(only, only)), false);
    }

    /** Returns the set that a letter behind a backslash stands for; {@link #NONE} if it stands for none. */
    static CharacterSet named(char letter) {
        return switch (letter) {
            case 'd' -> new CharacterSet(DIGITS, false);
            case 'D' -> new CharacterSet(DIGITS, true);
            case 'w' -> new CharacterSet(WORD, false);
            case 'W' -> new CharacterSet(WORD, true);
            case 's' -> new CharacterSet(SPACE, false);
            case 'S' -> new CharacterSet(SPACE, true);
            default -> NONE;
        };
    }

    /** Returns whether it contains no character. */
    boolean isNone() {
        return ranges.isEmpty() && !negated;
    }

    CharacterSet with(List<Range> more) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(more);
        return new CharacterSet(all, negated);
    }

    CharacterSet inverted() {
        return new CharacterSet(ranges, !negated);
    }

    boolean contains(char c) {
        for (Range range : ranges) {
            if (c >= range.first() && c <= range.last()) {
                return !negated;
            }
        }
        return negated;
    }
}
