package dev.sotto.session;

import java.time.Duration;

/**
 * The bounds on sessions.
 *
 * @param most how many there may be at a time, attached or not, at least 1; one more is refused as {@code busy.sessions}
 * @param idle how long one lives without an input, 0 to 1,440 minutes; zero: what was said is wiped as soon as the
 *     answer is delivered, and each turn stands alone
 * @param lifetime how long one lives in all, 1 second to 7 days
 * @param mailbox how many inputs of one may wait for their turn, at least 1; one more is refused as {@code busy.session}
 * @param replay how many outputs of one are kept for a client that comes back, at least 1; the oldest go, and a client
 *     that needs them has to start anew
 */
public record SessionLimits(int most, Duration idle, Duration lifetime, int mailbox, int replay) {

    /** The longest idle time-out. */
    public static final Duration MAX_IDLE = Duration.ofDays(1);

    /** The longest lifetime. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(7);

    /** What holds unless it is configured otherwise. */
    public static final SessionLimits USUAL =
            new SessionLimits(5000, Duration.ofMinutes(5), Duration.ofHours(1), 8, 128);

    public SessionLimits {
        if (most < 1 || mailbox < 1 || replay < 1) {
            throw new IllegalArgumentException("a bound on sessions is at least 1");
        }
        if (idle.isNegative() || idle.compareTo(MAX_IDLE) > 0) {
            throw new IllegalArgumentException("expected an idle time-out of 0 to 1,440 minutes");
        }
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(MAX_LIFETIME) > 0) {
            throw new IllegalArgumentException("expected a lifetime of 1 second to 7 days");
        }
    }
}
