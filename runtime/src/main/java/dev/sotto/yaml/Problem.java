package dev.sotto.yaml;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something wrong in a file that a person wrote.
 *
 * @param position where
 * @param code stable and dotted, for programs: {@code key.unknown}
 * @param found what stands there
 * @param expected what could have stood there
 * @param suggestion the nearest valid name, or what to do
 */
public record Problem(Position position, String code, String found, String expected, Optional<String> suggestion)
        implements Comparable<Problem> {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem p) -> p.position().file())
            .thenComparingInt(p -> p.position().line())
            .thenComparingInt(p -> p.position().column())
            .thenComparing(Problem::code);

    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    /** Returns the problem as one line for people. */
    public String describe() {
        return line("");
    }

    /** Returns it as one line for people who may leave it as it is. */
    public String describeAsNote() {
        return line("note: ");
    }

    private String line(String kind) {
        String line = position + ": " + kind + found + "; expected " + expected;
        return suggestion.map(s -> line + "; did you mean " + s + "?").orElse(line);
    }
}
