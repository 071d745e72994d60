package dev.sotto.prove;

/** A process cannot be looked into: this is not Linux, it is another user's, or the kernel forbids it. */
public final class UnreadableProcessException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableProcessException(String message) {
        super(message, null, false, false);
    }
}
