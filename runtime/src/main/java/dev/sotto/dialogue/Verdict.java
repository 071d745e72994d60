package dev.sotto.dialogue;

/** What access control says to one person using one intent, now. Whatever is not {@link #ALLOWED} is refused. */
public enum Verdict {
    ALLOWED,
    DENIED
}
