package dev.sotto.speech.embedded;

import java.time.Duration;

/** A turn is longer than one can be. Nothing of it was decoded. */
public final class TurnTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TurnTooLongException(Duration longest) {
        super("a turn of more than " + longest.toSeconds() + " s");
    }
}
