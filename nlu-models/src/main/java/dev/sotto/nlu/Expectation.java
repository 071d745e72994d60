package dev.sotto.nlu;

/**
 * What the bot has just asked for, which decides how an answer is read: "twenty" fills an amount only while an amount
 * is asked.
 */
public sealed interface Expectation {

    /** Nothing in particular: the person may say anything the bot knows. */
    record Anything() implements Expectation {}

    /**
     * A value for one slot.
     *
     * @param intent the intent being filled
     * @param slot the slot that was asked for
     */
    record Slot(IntentName intent, SlotName slot) implements Expectation {}

    /**
     * Yes or no.
     *
     * @param intent the intent to be confirmed
     */
    record Confirmation(IntentName intent) implements Expectation {}
}
