package dev.sotto.speech.frontend;

/** The ways of hearing a turn. */
public enum Hearing {
    /** By the set for clear audio, evened by what was said so far: what is shown while it is spoken is what is answered. */
    AS_SPOKEN,
    /** By the set for clear audio. */
    CLEAR,
    /** By the set for clear audio, long pauses left out: others talk in them. */
    CLEAR_WITHOUT_PAUSES,
    /** By the set for noisy audio. */
    NOISY
}
