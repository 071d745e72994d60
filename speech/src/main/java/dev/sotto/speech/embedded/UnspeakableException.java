package dev.sotto.speech.embedded;

/** A bot cannot be spoken to with the recogniser that comes along. */
public final class UnspeakableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnspeakableException(String message) {
        super(message);
    }
}
