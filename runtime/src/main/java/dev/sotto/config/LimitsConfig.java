package dev.sotto.config;

import dev.sotto.access.Limiter;
import java.time.Duration;
import java.util.Map;

/**
 * Every bound of the runtime. Docs of each: the reference page of the configuration.
 *
 * @param rates the budget of every limiter
 * @param rateBuckets how many addresses, keys and sessions are remembered
 * @param tokens given out and not yet used
 * @param drain how long turns in flight may take when the server stops
 */
public record LimitsConfig(
        Sessions sessions,
        Connections connections,
        Sizes sizes,
        Map<Limiter, Limiter.Budget> rates,
        int rateBuckets,
        int tokens,
        Nlu nlu,
        Hooks hooks,
        Voice voice,
        Duration drain) {

    public LimitsConfig {
        rates = Map.copyOf(rates);
    }

    /**
     * Of sessions.
     *
     * @param most at a time
     * @param idle without input; zero: wiped as soon as the answer is delivered
     * @param lifetime in all; at least {@code idle}
     * @param mailbox inputs of one session that wait
     * @param replay frames of one session kept for a resume
     */
    public record Sessions(int most, Duration idle, Duration lifetime, int mailbox, int replay) {}

    /**
     * Of connections.
     *
     * @param most at a time
     * @param unproven at a time without an accepted hello
     * @param hello how long one has to say it
     * @param slowClient how long a client may leave what it is sent unread
     * @param writeQueue bytes that wait for one client to read
     */
    public record Connections(int most, int unproven, Duration hello, Duration slowClient, ByteSize writeQueue) {}

    /**
     * Of what comes in.
     *
     * @param text code points in one line that a person types
     * @param frame a control frame
     * @param binaryFrame a binary frame
     * @param body an HTTP request's body
     */
    public record Sizes(int text, ByteSize frame, ByteSize binaryFrame, ByteSize body) {}

    /**
     * Of hooks.
     *
     * @param calls at a time
     * @param failures of one host in a row
     * @param pause how long it is left alone after that
     * @param handlers calls to handlers in this process that wait
     */
    public record Hooks(int calls, int failures, Duration pause, int handlers) {}

    /**
     * Of what is spoken.
     *
     * @param lines people who speak at a time; 0: as many as the machine carries
     * @param listening stretches of audio that wait to be listened to
     * @param speaking texts that wait to be spoken
     * @param tickets for calls, given out and not yet used
     */
    public record Voice(int lines, int listening, int speaking, int tickets) {}

    /**
     * Of understanding.
     *
     * @param queue utterances that wait
     * @param timeout waiting and work together
     */
    public record Nlu(int queue, Duration timeout) {}
}
