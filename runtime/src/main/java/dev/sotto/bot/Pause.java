package dev.sotto.bot;

import java.time.Duration;
import java.util.Optional;

/**
 * What is said while the person has the bot wait (Lex V2's wait and continue).
 *
 * @param waiting when it begins
 * @param still from time to time
 * @param resumed when it is over
 */
public record Pause(Message waiting, Optional<Reminder> still, Message resumed) {

    /**
     * A sign of life.
     *
     * @param every how often, 1 to 300 seconds
     * @param until how long, 1 to 900 seconds; then the question is put again
     */
    public record Reminder(Message text, Duration every, Duration until) {}
}
