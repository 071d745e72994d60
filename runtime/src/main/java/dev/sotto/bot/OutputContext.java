package dev.sotto.bot;

import java.time.Duration;

/**
 * A context that becomes active when an intent is fulfilled, with the values of its slots (Lex V2's output context).
 *
 * @param turns how many turns it lives, 1 to 20
 * @param time how long it lives, 5 seconds to a day
 */
public record OutputContext(String name, int turns, Duration time) {}
