package dev.sotto.speech;

/** Something was not spoken, or not to its end. Tells nothing of what it was. */
public final class SynthesisFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** @param sentence what happened; never what was to be spoken, nor what a library says of it */
    public SynthesisFailedException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Why something was not spoken. */
    public enum Reason {
        /** The thread was interrupted; its flag is set. */
        INTERRUPTED("speech.interrupted"),
        /** There is no such engine on this machine, or it may not be run. */
        MISSING("speech.missing"),
        /** The engine came to an end that it should not. */
        FAILED("speech.failed"),
        /** The engine took longer than it may. */
        TIME_OUT("speech.time_out"),
        /** Too much is waiting to be spoken. */
        BUSY("busy.speech");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Returns the stable code. */
        public String code() {
            return code;
        }
    }
}
