package dev.sotto.speech.vosk;

/** The engine cannot be had: its library does not load on this machine, or it refuses a model. */
public final class VoskUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VoskUnavailableException(String message) {
        super(message);
    }

    VoskUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
