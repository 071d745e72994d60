package dev.sotto.lex;

/** How far an intent has come, in Lex V2's words (runtime API, Intent). */
public enum IntentState {
    FAILED("Failed"),
    FULFILLED("Fulfilled"),
    FULFILLMENT_IN_PROGRESS("FulfillmentInProgress"),
    IN_PROGRESS("InProgress"),
    READY_FOR_FULFILLMENT("ReadyForFulfillment"),
    WAITING("Waiting");

    private final String lexName;

    IntentState(String lexName) {
        this.lexName = lexName;
    }

    /** Returns Lex's word for it. */
    public String lexName() {
        return lexName;
    }
}
