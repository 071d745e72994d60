package dev.sotto.bot;

import java.time.Duration;
import java.util.Optional;

/**
 * How an answer to a question is waited for. What is absent is left to the channel (Lex V2's prompt attempts
 * specification).
 *
 * @param interruption whether the person may speak or press keys over the question
 * @param inputs what else than typing answers it
 * @param textWait how long for a typed answer to begin before it counts as silence
 * @param speech the same for a spoken one, and how it ends
 * @param keys the same for a keyed one, and how it ends
 */
public record Listening(
        Interruption interruption, Inputs inputs, Optional<Duration> textWait, Speech speech, Keys keys) {

    /** Everything as the channel has it. */
    public static final Listening USUAL = new Listening(
            Interruption.ALLOWED,
            Inputs.ALL,
            Optional.empty(),
            new Speech(Optional.empty(), Optional.empty(), Optional.empty()),
            new Keys(Optional.empty(), Optional.empty(), '#', '*'));

    /** What else than typing answers a question (Lex's allowed input types). */
    public enum Inputs {
        /** Speech and keys. */
        ALL,
        SPEECH,
        KEYS
    }

    /** Whether a question may be interrupted. */
    public enum Interruption {
        ALLOWED,
        IGNORED
    }

    /**
     * A spoken answer.
     *
     * @param start how long for it to begin
     * @param end how much silence ends it
     * @param longest where it is cut off
     */
    public record Speech(Optional<Duration> start, Optional<Duration> end, Optional<Duration> longest) {}

    /**
     * A keyed answer.
     *
     * @param next how long for the next key
     * @param longest as many keys as end it, 1 to 1024
     * @param endKey ends it
     * @param deleteKey deletes what was keyed before it
     */
    public record Keys(Optional<Duration> next, Optional<Integer> longest, char endKey, char deleteKey) {}
}
