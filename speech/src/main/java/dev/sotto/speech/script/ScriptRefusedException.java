package dev.sotto.speech.script;

/** A message cannot be spoken as it is. Tells where and why, and nothing of what it says. */
public final class ScriptRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ScriptRefusedException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Why a message cannot be spoken. */
    public enum Reason {
        /** There is no normaliser for its language. */
        LANGUAGE("speech.language"),
        /** It is longer than is spoken at once. */
        TOO_LONG("speech.too_long"),
        /** It is no well-formed SSML. */
        MALFORMED("ssml.malformed");

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
