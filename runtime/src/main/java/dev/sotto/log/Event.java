package dev.sotto.log;

import java.util.Locale;

/**
 * Everything that can stand in the log. The name of an event in the log is its name here in lower case with the first
 * underscore as a dot: {@code session.opened}. Names are stable; programs match them.
 */
public enum Event {
    // The process.
    SERVER_STARTING,
    SERVER_READY,
    SERVER_DRAINING,
    SERVER_DRAINED,
    SERVER_STOPPED,
    SERVER_FAULT,
    LISTENER_OPENED,
    LISTENER_FAILED,
    CONFIG_REFUSED,
    RUNFILE_UNWRITABLE,
    LOG_DROPPED,
    THIRD_PARTY,

    // Certificates.
    CERTIFICATE_LOADED,
    CERTIFICATE_CREATED,
    CERTIFICATE_RELOADED,
    CERTIFICATE_REFUSED,
    CERTIFICATE_EXPIRING,

    // Bots.
    BOT_LOADED,
    BOT_REFUSED,
    BOT_REMOVED,
    BOT_TRAINED,
    CACHE_UNWRITABLE,
    WATCH_ENDED,
    ALIAS_MOVED,
    ENGINE_FALLBACK,
    ENGINE_FAILED,

    // Ways in.
    TOKEN_ISSUED,
    TOKEN_REFUSED,
    KEY_REFUSED,
    ORIGIN_REFUSED,
    ACCESS_VERDICT,
    LIMIT_HIT,
    CONNECTION_OPENED,
    CONNECTION_REFUSED,
    CONNECTION_CLOSED,
    FRAME_REFUSED,
    REQUEST_REFUSED,
    REQUEST_FAILED,

    // Conversations.
    SESSION_OPENED,
    SESSION_ATTACHED,
    SESSION_DETACHED,
    SESSION_REPLACED,
    SESSION_REFUSED,
    SESSION_EXPIRED,
    SESSION_CLOSED,
    SESSION_WIPED,
    TURN_DONE,
    TURN_REFUSED,
    TURN_FAILED,

    // Speech.
    VOICE_READY,
    MODEL_OPENED,
    MODEL_REFUSED,
    COMMAND_REFUSED,
    VOICE_UNAVAILABLE,
    VOICE_FAILED,

    // Hooks.
    HOOK_CALLED,
    HOOK_ANSWERED,
    HOOK_RETRIED,
    HOOK_FAILED,
    HOOK_LATE,
    HOOK_MISFIT,
    HOOK_CIRCUIT_OPENED,
    HOOK_CIRCUIT_CLOSED,

    // Upkeep.
    HEALTH_CHANGED,
    HEAP_SWEPT;

    private final String word = name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");

    /** Returns the name of the event in the log. */
    public String word() {
        return word;
    }
}
