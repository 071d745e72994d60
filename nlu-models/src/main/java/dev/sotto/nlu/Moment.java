package dev.sotto.nlu;

import java.time.LocalDateTime;

/**
 * When an utterance was said, as a clock on the bot's wall shows it: what "tomorrow" and "at six" are reckoned from.
 * Whoever asks for an understanding reads the clock; nothing here does.
 *
 * @param now the date and time in the bot's time zone
 */
public record Moment(LocalDateTime now) {

    /** When examples, evaluations and tests are read that name no other moment: a Sunday morning. */
    public static final Moment EXAMPLE = new Moment(LocalDateTime.of(2026, 11, 22, 10, 0));
}
