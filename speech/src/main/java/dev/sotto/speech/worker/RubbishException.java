package dev.sotto.speech.worker;

/** What came over a pipe is no message. Whoever wrote it is not to be trusted any more. */
final class RubbishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RubbishException(String what) {
        super(what);
    }
}
