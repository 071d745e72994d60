package dev.sotto.voice;

import java.time.Duration;

/**
 * How the bot's audio is sent.
 *
 * @param ahead how far ahead of being heard
 * @param interval how often
 * @param grace how much longer than it should the other end may take to tell that it has played everything
 */
public record Pace(Duration ahead, Duration interval, Duration grace) {

    /** Where the other end keeps what it was sent, drops it when told, and tells what it has played. */
    public static final Pace BUFFERED = new Pace(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofSeconds(1));

    /** Where what was sent cannot be taken back. */
    public static final Pace LIVE = new Pace(Duration.ofMillis(60), Duration.ofMillis(20), Duration.ZERO);
}
