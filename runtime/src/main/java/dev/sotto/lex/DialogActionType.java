package dev.sotto.lex;

/** What the bot does next, in Lex V2's words (runtime API, DialogAction). */
public enum DialogActionType {
    CLOSE("Close"),
    CONFIRM_INTENT("ConfirmIntent"),
    DELEGATE("Delegate"),
    ELICIT_INTENT("ElicitIntent"),
    ELICIT_SLOT("ElicitSlot"),
    NONE("None");

    private final String lexName;

    DialogActionType(String lexName) {
        this.lexName = lexName;
    }

    /** Returns Lex's word for it. */
    public String lexName() {
        return lexName;
    }
}
