package dev.sotto.speech.vosk;

/** The engine failed on a stream. What it heard of it is lost. */
public final class VoskFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VoskFailedException(String message) {
        super(message);
    }
}
