package dev.sotto.dialogue;

import java.time.Duration;

/**
 * Something that the dialogue will do when time has passed and nothing else has happened.
 *
 * @param due the conversation's age at which it is due
 * @param last the age from which on it is not repeated
 */
public record Alarm(Kind kind, Duration due, Duration last) {

    /** What is done. */
    public enum Kind {
        /** Nothing was typed: the turn counts as silence. */
        SILENCE,
        /** The person has the bot wait: a sign of life, or the question again. */
        STILL_WAITING,
        /** The fulfilment is at work: the first word about it. */
        FULFILMENT_STARTED,
        /** The fulfilment is still at work. */
        FULFILMENT_PROGRESS
    }
}
