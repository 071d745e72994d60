package dev.sotto.lex;

/** What a hook sent is not an answer in Lex V2's form. Expected, so it has no stack trace; quotes nothing of what came. */
public final class MalformedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Flaw flaw;

    MalformedAnswerException(Flaw flaw) {
        super(flaw.code(), null, false, false);
        this.flaw = flaw;
    }

    /** Returns what is wrong. */
    public Flaw flaw() {
        return flaw;
    }

    /** What can be wrong with an answer. */
    public enum Flaw {
        /** Not one JSON object, or one with duplicate members, too deep, or followed by more. */
        JSON("answer.json"),
        /** No sessionState, or not an object. */
        SESSION_STATE("answer.session_state"),
        /** No dialogAction with a type that a hook may answer, or ElicitSlot without slotToElicit. */
        DIALOG_ACTION("answer.dialog_action"),
        /** An intent without a proper name, or with a state that Lex does not have. */
        INTENT("answer.intent"),
        /** A slot that is not a scalar value with strings in it. */
        SLOT("answer.slot"),
        /** Session attributes that are no strings, or more than 12 KiB of them. */
        ATTRIBUTES("answer.attributes"),
        /** Active contexts out of Lex's limits. */
        CONTEXTS("answer.contexts"),
        /** A message of another type than PlainText. */
        MESSAGE_TYPE("answer.message_type"),
        /** ElicitSlot, ConfirmIntent or Close without an intent. */
        NO_INTENT("answer.no_intent"),
        /** ElicitIntent or ConfirmIntent without a message. */
        NO_MESSAGE("answer.no_message"),
        /** Close without one of Failed, Fulfilled and InProgress, or ReadyForFulfillment without Delegate. */
        STATE("answer.state"),
        /** A message without a text of 1 to 1,024 characters, or more than ten messages. */
        MESSAGES("answer.messages");

        private final String code;

        Flaw(String code) {
            this.code = code;
        }

        /** Returns the stable code, as it stands in the log. */
        public String code() {
            return code;
        }
    }
}
