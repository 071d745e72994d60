package dev.sotto.dialogue;

/** Whether the bot still takes part. */
public enum Phase {
    /** It listens and answers. */
    OPEN,
    /** The conversation was handed on: the bot is silent, but not over. */
    TRANSFERRED,
    /** It is over, and nothing of it is left in the state. */
    ENDED
}
