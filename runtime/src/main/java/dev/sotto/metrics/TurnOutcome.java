package dev.sotto.metrics;

import java.util.Locale;

/** How a turn went. */
public enum TurnOutcome {
    /** An intent was understood, or the answer to a question was. */
    UNDERSTOOD,
    /** Nothing was understood with enough confidence. */
    NOT_UNDERSTOOD,
    /** Understood, but not for this principal. */
    DENIED,
    /** Not an utterance: silence, keys, a mark, time passing. */
    OTHER_INPUT,
    /** Refused because a bound was reached or a time-out passed. */
    REFUSED,
    /** A fault. */
    FAILED;

    final String word = name().toLowerCase(Locale.ROOT);
}
