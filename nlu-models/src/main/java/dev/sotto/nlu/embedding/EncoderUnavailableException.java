package dev.sotto.nlu.embedding;

/** The encoder cannot be used on this machine or from these files; understanding can be served without it. */
public final class EncoderUnavailableException extends Exception {

    /** Why. */
    public enum Reason {
        /** The native library does not load: unknown platform, musl, a temporary folder mounted noexec. */
        NATIVE_LIBRARY,
        /** A file is missing or cannot be read. */
        FILES,
        /** The files are no encoder of this kind, or damaged. */
        FORM
    }

    private final Reason reason;

    EncoderUnavailableException(Reason reason, String what, Throwable cause) {
        super(what, cause);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }
}
