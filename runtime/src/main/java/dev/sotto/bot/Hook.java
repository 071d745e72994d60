package dev.sotto.bot;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A call to the operator's own service, in the JSON of Lex V2's Lambda code hooks.
 *
 * @param url where: https, or {@code java:} and the name of a handler in this process
 * @param timeout how long to wait for an answer, 100 ms to 30 s (Lex's limit for a hook)
 * @param label names the place of the call to a service that serves several (Lex's invocationLabel)
 * @param transcript whether the person's words go along; left out unless the intent asks for them
 */
public record Hook(URI url, Duration timeout, Optional<String> label, Transcript transcript) {

    /** Shortest time-out that can be asked for. */
    public static final Duration MIN_TIMEOUT = Duration.ofMillis(100);

    /** Longest time-out that can be asked for. */
    public static final Duration MAX_TIMEOUT = Duration.ofSeconds(30);

    /** Returns where it is, for people: the host, or a handler in this process. */
    public String place() {
        return url.getHost() == null ? url.toString() : url.getHost();
    }

    /** Whether a hook is told the person's own words. */
    public enum Transcript {
        WITHHELD,
        SENT
    }
}
