package dev.sotto.speech;

/** When somebody wants to know what a stream hears. */
public enum Telling {
    /** The words so far as well, to be shown or to silence the bot by. Takes nearly twice the time. */
    AS_SPOKEN,
    /** What was said in a turn when it is over. */
    WHEN_OVER
}
