package dev.sotto.speech.turntaking;

/** Something that happens on a line, in the order in which it is noticed. */
public sealed interface MediaEvent {

    /** Returns when: milliseconds of the person's audio since the stream began. */
    long at();

    /**
     * A voice begins.
     *
     * @param since when its first frame began, which is noticed a few frames later
     */
    record VoiceStarted(long at, long since) implements MediaEvent {}

    /**
     * The voice has stopped.
     *
     * @param since when its last frame ended
     */
    record VoiceStopped(long at, long since) implements MediaEvent {}

    /** The recogniser tells of words. */
    record Words(long at, Kind kind) implements MediaEvent {

        /** What words may be while the bot speaks. */
        public enum Kind {
            /** They mean something. */
            SPEECH,
            /** They only show that somebody listens: "mm-hm". */
            BACKCHANNEL,
            /** They are the bot's own, come back through the microphone. */
            ECHO
        }
    }

    /** The recogniser was asked what was said over the bot's voice, and tells all of its words. */
    record Said(long at, Words.Kind kind) implements MediaEvent {}

    /** What had been taken for a turn, or for what might be one, held no word: it is still waited for an answer. */
    record NothingSaid(long at) implements MediaEvent {}

    /** A key was pressed. */
    record Key(long at) implements MediaEvent {}

    /** The bot's voice begins to be heard. */
    record PlaybackStarted(long at) implements MediaEvent {}

    /** All that the bot had to say was heard. */
    record PlaybackFinished(long at) implements MediaEvent {}

    /**
     * The bot has said what it says in this turn, or has begun to, and waits.
     *
     * @param patience how
     */
    record Question(long at, Patience patience) implements MediaEvent {}

    /** So much audio has passed. */
    record Tick(long at) implements MediaEvent {}
}
