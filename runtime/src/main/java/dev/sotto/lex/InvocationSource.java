package dev.sotto.lex;

/** Why a hook is called, in Lex V2's words (developer guide, Lambda event). */
public enum InvocationSource {
    /** For its view of the turn before the bot goes on. */
    DIALOG_CODE_HOOK("DialogCodeHook"),
    /** To do what was asked for. */
    FULFILLMENT_CODE_HOOK("FulfillmentCodeHook");

    private final String lexName;

    InvocationSource(String lexName) {
        this.lexName = lexName;
    }

    /** Returns Lex's word for it. */
    public String lexName() {
        return lexName;
    }
}
