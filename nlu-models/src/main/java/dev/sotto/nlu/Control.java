package dev.sotto.nlu;

/**
 * A wish about the conversation itself, which every bot understands: Lex V2's built-in intents of the same names, with
 * the behaviour that Lex leaves to a hook.
 */
public enum Control {
    /** What can I say? */
    HELP,
    /** Say that again. */
    REPEAT,
    /** Not this, after all. */
    CANCEL,
    /** None of it, and if nothing is under way, goodbye. */
    STOP,
    /** This once more from the beginning. */
    START_OVER,
    /** Wait for me. */
    PAUSE,
    /** I am back. */
    RESUME
}
