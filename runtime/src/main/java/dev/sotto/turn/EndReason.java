package dev.sotto.turn;

/** Why a conversation is over. */
public enum EndReason {
    /** The bot had done all there was. */
    COMPLETED,
    /** The person went. */
    LEFT,
    /** It was handed on. */
    TRANSFERRED,
    /** Idle or absolute time-out. */
    EXPIRED,
    /** Something broke that could not be mended. */
    FAILED,
    /** The server went away. */
    DRAINED
}
