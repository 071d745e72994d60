package dev.sotto.speech;

/** A recogniser, or one of its streams, is of no use any more. What it heard of the turn under way is lost. */
public final class RecognizerFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * @param message what was found and what can be done, without anything that was said
     */
    public RecognizerFailedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Why it failed. */
    public enum Reason {
        /** The engine cannot be had on this machine. */
        UNAVAILABLE("recognizer.unavailable"),
        /** The compiled ear is not there or not what was written: it has to be compiled anew. */
        EAR_DAMAGED("recognizer.ear_damaged"),
        /** The engine failed on the audio. */
        DECODING("recognizer.decoding"),
        /** The turn is longer than one can be. */
        TURN_TOO_LONG("recognizer.turn_too_long"),
        /** There are more streams than it takes. */
        BUSY("recognizer.busy"),
        /** Its process was lost, time and again or with no other to be had. */
        LOST("recognizer.lost");

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
