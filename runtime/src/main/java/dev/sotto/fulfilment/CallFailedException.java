package dev.sotto.fulfilment;

/** A call came to nothing. Expected, so it has no stack trace; quotes nothing of event or answer. */
final class CallFailedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Trouble trouble;
    private final String code;

    CallFailedException(Trouble trouble) {
        this(trouble, trouble.code);
    }

    CallFailedException(Trouble trouble, String code) {
        super(code, null, false, false);
        this.trouble = trouble;
        this.code = code;
    }

    Trouble trouble() {
        return trouble;
    }

    String code() {
        return code;
    }
}
