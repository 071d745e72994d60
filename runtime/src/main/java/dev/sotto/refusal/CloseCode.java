package dev.sotto.refusal;

/** The WebSocket close codes in use (RFC 6455 section 7.4; from 4000 on private to the protocol page, section 2). */
public enum CloseCode {
    /** The session ended as it should. */
    NORMAL(1000),
    /** The server is going away. */
    GOING_AWAY(1001),
    /** A frame over its size. */
    TOO_LARGE(1009),
    /** A malformed or unexpected frame. */
    BAD_FRAME(4400),
    /** No greeting in time, or its token is not valid. */
    UNAUTHENTICATED(4401),
    /** Not allowed: bot, origin or scope. */
    NOT_ALLOWED(4403),
    /** The client does not read fast enough. */
    TOO_SLOW(4408),
    /** Another connection took over the session. */
    REPLACED(4409),
    /** The session is over or unknown. */
    GONE(4410),
    /** Too much, too fast. */
    TOO_FAST(4429),
    /** A fault of the server's. */
    FAULT(4500),
    /** No capacity, or draining. */
    NO_CAPACITY(4503);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    /** Returns the number that goes over the wire. */
    public int number() {
        return number;
    }
}
