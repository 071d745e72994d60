package dev.sotto.nlu;

/** What an utterance says to a yes-or-no question. */
public enum Answer {
    YES,
    NO,
    /** Neither, or both. */
    UNCLEAR
}
