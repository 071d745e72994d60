package dev.sotto.nlu.value;

import java.util.List;

/**
 * A value that some words stand for.
 *
 * @param from the first of the words
 * @param to the word after the last
 * @param resolved what they may mean, the likeliest first; at least one
 */
public record FoundValue(int from, int to, List<String> resolved) {

    public FoundValue {
        resolved = List.copyOf(resolved);
        if (from < 0 || to <= from || resolved.isEmpty()) {
            throw new IllegalArgumentException("malformed value");
        }
    }
}
