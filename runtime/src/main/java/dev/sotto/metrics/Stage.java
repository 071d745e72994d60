package dev.sotto.metrics;

import java.util.Locale;

/** A part of a turn whose time is measured. */
public enum Stage {
    /** From the arrival of the input to the start of its turn. */
    QUEUE,
    /** Understanding, its own queue included. */
    UNDERSTAND,
    /** The dialogue's steps. */
    DIALOGUE,
    /** One call to a hook, its retry included. */
    HOOK,
    /** From the arrival of the input to the last output's handing over to the channel. */
    TOTAL;

    final String word = name().toLowerCase(Locale.ROOT);
}
