package dev.sotto.lex;

/** What the person said to the confirmation, in Lex V2's words (runtime API, Intent). */
public enum ConfirmationState {
    CONFIRMED("Confirmed"),
    DENIED("Denied"),
    NONE("None");

    private final String lexName;

    ConfirmationState(String lexName) {
        this.lexName = lexName;
    }

    /** Returns Lex's word for it. */
    public String lexName() {
        return lexName;
    }
}
