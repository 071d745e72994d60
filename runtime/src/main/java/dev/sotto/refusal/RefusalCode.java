package dev.sotto.refusal;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Every reason to refuse: its stable code, the HTTP status and the close code that go with it, and a sentence for people.
 * This is the only table of them; section 5 of the protocol page is held equal to it by a test.
 */
public enum RefusalCode {
    FRAME_MALFORMED(
            "frame.malformed",
            400,
            CloseCode.BAD_FRAME,
            "This is not a frame of the protocol: expected one JSON object with members of the documented types."),
    FRAME_UNKNOWN("frame.unknown", 400, CloseCode.BAD_FRAME, "The protocol has no frame of this type."),
    FRAME_UNEXPECTED(
            "frame.unexpected", 400, CloseCode.BAD_FRAME, "A frame of this type is not expected at this moment."),
    FRAME_GAP(
            "frame.gap",
            409,
            CloseCode.BAD_FRAME,
            "A number was left out: seq must be one more than the last input that was received."),
    FRAME_TOO_LARGE("frame.too_large", 413, CloseCode.TOO_LARGE, "This is larger than the limits allow."),
    AUDIO_MALFORMED(
            "audio.malformed",
            400,
            CloseCode.BAD_FRAME,
            "This is not audio in the agreed format: expected whole samples, without a header."),
    AUDIO_UNSUPPORTED(
            "audio.unsupported",
            400,
            null,
            "Audio of this kind is not taken: expected one channel of pcm_s16le, mulaw or alaw at 8000, 16000, 24000,"
                    + " 44100 or 48000 samples a second, and pcm_s16le at 8000 or 16000 for the answer."),
    VOICE_UNAVAILABLE("voice.unavailable", 503, null, "This bot cannot be spoken to here: write instead."),
    VERSION_UNSUPPORTED(
            "version.unsupported", 400, CloseCode.BAD_FRAME, "This server speaks version 1 of the protocol only."),
    TEXT_EMPTY("text.empty", 400, null, "The text is empty: expected 1 to 1,024 characters."),
    TEXT_TOO_LONG("text.too_long", 400, null, "The text is too long: expected 1 to 1,024 characters."),
    HELLO_LATE(
            "hello.late", null, CloseCode.UNAUTHENTICATED, "No hello came within 5 seconds of the connection's start."),
    TOKEN_INVALID(
            "token.invalid",
            401,
            CloseCode.UNAUTHENTICATED,
            "The token is not valid, or not any more: ask for a new one."),
    KEY_INVALID("key.invalid", 401, CloseCode.UNAUTHENTICATED, "The key is not valid, or not any more."),
    ORIGIN_REFUSED("origin.refused", 403, CloseCode.NOT_ALLOWED, "Pages of this origin are not allowed here."),
    BOT_UNKNOWN("bot.unknown", 404, CloseCode.NOT_ALLOWED, "There is no bot of this name here."),
    LOCALE_UNKNOWN("locale.unknown", 400, CloseCode.BAD_FRAME, "The bot does not speak this locale."),
    SESSION_UNKNOWN("session.unknown", 404, CloseCode.GONE, "There is no such session: start a new one."),
    SESSION_EXPIRED("session.expired", 410, CloseCode.GONE, "The session has expired: start a new one."),
    SESSION_REPLACED("session.replaced", 409, CloseCode.REPLACED, "Another connection took over this session."),
    RATE_LIMITED("rate.limited", 429, CloseCode.TOO_FAST, "This is more than the limits allow: wait before the next."),
    BUSY_SESSIONS(
            "busy.sessions",
            503,
            CloseCode.NO_CAPACITY,
            "The server has as many sessions as it carries: come back later."),
    BUSY_SESSION(
            "busy.session",
            429,
            null,
            "More inputs are waiting than a session queues: send this one again, with the same seq, in a moment."),
    BUSY_NLU(
            "busy.nlu",
            503,
            null,
            "Understanding is at its limit: send this input again, with the same seq, in a moment."),
    BUSY_SPEECH(
            "busy.speech",
            503,
            null,
            "As many people are speaking as this machine can listen to: write instead, or try again later."),
    BUSY_SOCKETS(
            "busy.sockets",
            503,
            CloseCode.NO_CAPACITY,
            "The server has as many connections as it carries: come back later."),
    CLIENT_SLOW(
            "client.slow",
            408,
            CloseCode.TOO_SLOW,
            "The client has not been reading, or not finished what it began to send, for too long."),
    PATH_UNKNOWN("path.unknown", 404, null, "There is nothing at this path."),
    METHOD_UNKNOWN("method.unknown", 405, null, "This cannot be done with this path."),
    TYPE_UNSUPPORTED("type.unsupported", 415, null, "A body must be JSON, and its Content-Type must say so."),
    SERVER_DRAINING(
            "server.draining", 503, CloseCode.NO_CAPACITY, "The server is going away: start a new session later."),
    FAULT("fault", 500, CloseCode.FAULT, "A fault of the server's.");

    private final String code;
    private final @Nullable Integer httpStatus;
    private final @Nullable CloseCode closeCode;
    private final String sentence;

    RefusalCode(String code, @Nullable Integer httpStatus, @Nullable CloseCode closeCode, String sentence) {
        this.code = code;
        this.httpStatus = httpStatus;
        this.closeCode = closeCode;
        this.sentence = sentence;
    }

    /** Returns the stable code for programs. */
    public String code() {
        return code;
    }

    /** Returns the status of an HTTP answer; none for what only happens on a WebSocket. */
    public OptionalInt httpStatus() {
        return httpStatus == null ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }

    /** Returns the code a WebSocket is closed with; none if the session simply goes on. */
    public Optional<CloseCode> closeCode() {
        return Optional.ofNullable(closeCode);
    }

    /** Returns the sentence for people. */
    public String sentence() {
        return sentence;
    }

    @Override
    public String toString() {
        return code;
    }
}
