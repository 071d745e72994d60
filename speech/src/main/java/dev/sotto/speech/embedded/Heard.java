package dev.sotto.speech.embedded;

import java.util.List;

/** What was heard in a turn, in numbers of words. */
public sealed interface Heard {

    /** Nothing was said. */
    record Nothing() implements Heard {}

    /** Something was said, but none of what the ear knows. */
    record Other() implements Heard {}

    /**
     * Words.
     *
     * @param part which of the parts that were listened with, from 0
     * @param numbers of that part's words, from 1; at least one
     */
    record Words(int part, List<Integer> numbers) implements Heard {

        public Words {
            numbers = List.copyOf(numbers);
        }
    }
}
