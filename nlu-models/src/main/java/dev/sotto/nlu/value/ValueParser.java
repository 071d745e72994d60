package dev.sotto.nlu.value;

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

    /** Returns the longest value that starts at a token. */
    Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion);

    /** Returns the longest value that starts at a word and ends with one, in words. */
    default Optional<FoundValue> parseWords(Spoken spoken, int word, Occasion occasion) {
        return parse(spoken, spoken.token(word), occasion)
                .filter(value -> spoken.word(value.to()) > word)
                .map(value -> new FoundValue(word, spoken.word(value.to()), value.interpreted(), value.resolved()));
    }
}
