package dev.sotto.bot;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A call to the operator's own service, in the JSON of Lex V2's Lambda code hooks.
 *
 * @param url where; https only
 * @param timeout how long to wait for an answer, 100 ms to 30 s (Lex's limit for a hook)
 * @param label names the place of the call to a service that serves several (Lex's invocationLabel)
 * @param transcript whether the person's words go along; left out unless the intent asks for them
 */
public record Hook(URI url, Duration timeout, Optional<String> label, Transcript transcript) {

    /** Shortest time-out that can be asked for. */
    public static final Duration MIN_TIMEOUT = Duration.ofMillis(100);

    /** Longest time-out that can be asked for. */
    public static final Duration MAX_TIMEOUT = Duration.ofSeconds(30);

    /** Whether a hook is told the person's own words. */
    public enum Transcript {
        WITHHELD,
        SENT
    }
}
