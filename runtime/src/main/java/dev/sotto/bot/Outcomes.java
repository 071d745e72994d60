package dev.sotto.bot;

import java.util.Optional;

/**
 * What follows the fulfilment of an intent.
 *
 * @param answer when it was done; left out where the hook brought messages of its own
 * @param failure when it was not; the bot's own words without one
 * @param timedOut when the hook was too slow; as a failure without one
 * @param closing after the answer
 * @param then what happens to the conversation after that
 */
public record Outcomes(
        Passage answer, Optional<Passage> failure, Optional<Passage> timedOut, Passage closing, Ending then) {}
