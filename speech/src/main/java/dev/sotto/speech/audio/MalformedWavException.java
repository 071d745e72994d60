package dev.sotto.speech.audio;

/** A file is no WAV file, or of a kind that is not taken. */
public final class MalformedWavException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedWavException(String message) {
        super(message);
    }
}
