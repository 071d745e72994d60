package dev.sotto.bot;

import java.time.Duration;
import java.util.Optional;

/**
 * What is said while a long fulfilment is under way (Lex V2's fulfilment updates).
 *
 * @param started once, if it is not done after a while
 * @param progress from time to time after that
 */
public record Updates(Optional<Update> started, Optional<Update> progress) {

    /** Nothing is said. */
    public static final Updates NONE = new Updates(Optional.empty(), Optional.empty());

    /** Longest time-out of a fulfilment that tells how it comes on (Lex V2's limit). */
    public static final Duration MAX_TIMEOUT = Duration.ofMinutes(15);

    /**
     * Something that is said.
     *
     * @param after the delay before it, or the time between two of them; 1 to 900 seconds
     */
    public record Update(Message text, Duration after) {}
}
