package dev.sotto.nlu.value;

import dev.sotto.nlu.Moment;
import dev.sotto.nlu.text.Words;
import java.util.Optional;

/** Reads one kind of value. Immutable and safe for many threads at once. */
public interface ValueParser {

    /** Whether the bot has just asked for such a value, which lets shorter answers count. */
    enum Occasion {
        /** The bot asked: "twenty" is a sum of money. */
        ASKED,
        /** In the middle of a sentence: "twenty" may be anything. */
        VOLUNTEERED
    }

    /**
     * Returns the longest value that starts at a word.
     *
     * @param moment when the words were said
     */
    Optional<FoundValue> parse(Words words, int from, Occasion occasion, Moment moment);
}
