package dev.sotto.nlu.text;

import java.util.List;

/** Cuts a text into sentences. Safe for many threads at once. */
public interface SentenceSplitter {

    /** Returns the sentences in order; a text without an end of sentence is one. */
    List<String> split(String text);

    /** Returns a splitter by punctuation alone: a full stop, question or exclamation mark before white space ends one. */
    static SentenceSplitter byPunctuation() {
        return PunctuationSplitter::split;
    }
}
