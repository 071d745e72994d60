package dev.sotto.nlu.value;

import java.util.List;
import java.util.Optional;

/**
 * A value that some words stand for.
 *
 * @param from the first of the words, or of their tokens
 * @param to the word or token after the last
 * @param interpreted what they mean; empty if they are ambiguous, so that somebody has to ask
 * @param resolved what they may mean, one to five; the first is what they are taken to mean, if they are
 */
public record FoundValue(int from, int to, Optional<String> interpreted, List<String> resolved) {

    private static final int MAX_RESOLVED = 5;

    public FoundValue {
        resolved = List.copyOf(resolved);
        boolean first =
                interpreted.isEmpty() || (!resolved.isEmpty() && resolved.get(0).equals(interpreted.get()));
        if (from < 0 || to <= from || resolved.isEmpty() || resolved.size() > MAX_RESOLVED || !first) {
            throw new IllegalArgumentException("malformed value");
        }
    }

    /** Returns a value that words can only mean. */
    static FoundValue of(int from, int to, String value) {
        return likeliest(from, to, List.of(value));
    }

    /** Returns what words mean, the likeliest first and taken to be it. */
    static FoundValue likeliest(int from, int to, List<String> values) {
        return new FoundValue(from, to, values.stream().findFirst(), values);
    }

    /** Returns what words may mean, none of it likelier than the other. */
    static FoundValue ambiguous(int from, int to, List<String> values) {
        return new FoundValue(from, to, Optional.empty(), values);
    }
}
