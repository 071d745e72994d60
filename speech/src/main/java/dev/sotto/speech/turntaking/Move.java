package dev.sotto.speech.turntaking;

/** Something to be done, and why. */
public sealed interface Move {

    /** Returns what it was decided by. */
    Reason reason();

    /**
     * A turn may have begun: the recogniser is to hear it.
     *
     * @param since when the voice began
     */
    record Listen(long since, Reason reason) implements Move {}

    /** It was no turn: what the recogniser heard of it is to be forgotten. */
    record Discard(Reason reason) implements Move {}

    /**
     * The turn is over: what was said is to be answered.
     *
     * @param since when the voice began
     * @param until when it ended
     */
    record EndTurn(long since, long until, Reason reason) implements Move {}

    /**
     * A voice over the bot's is over and may have been words: the recogniser is to say. {@link MediaEvent.Said} or
     * {@link MediaEvent.NothingSaid} tells; what means something is to be answered.
     *
     * @param since when the voice began
     * @param until when it ended
     */
    record Consult(long since, long until, Reason reason) implements Move {}

    /** Nobody spoke in time. */
    record NoInput(Reason reason) implements Move {}

    /** The bot is to speak more softly while somebody may be speaking over it. */
    record Duck(Reason reason) implements Move {}

    /** The bot is to speak at its usual level again. */
    record Unduck(Reason reason) implements Move {}

    /** The bot is to fall silent. */
    record StopPlayback(Reason reason) implements Move {}

    /** What decides. */
    enum Reason {
        /** A voice began. */
        VOICE,
        /** A voice went on for so long that it is no mere sign of listening. */
        LONG_VOICE,
        /** A word was heard. */
        WORD,
        /** Nothing but a sign of listening was heard. */
        BACKCHANNEL,
        /** Nothing but the bot's own words were heard. */
        ECHO,
        /** A voice came without a word. */
        NO_WORD,
        /** A key was pressed. */
        KEY,
        /** It was silent for as long as an answer's end takes. */
        SILENCE,
        /** It was silent for as long as an answer may keep one waiting. */
        QUIET,
        /** The turn is as long as one can be. */
        TOO_LONG
    }
}
