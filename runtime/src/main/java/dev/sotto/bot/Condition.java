package dev.sotto.bot;

import dev.sotto.nlu.SlotName;

/**
 * A condition on what is known, in the expressions of Lex V2's conditional branches. A comparison with something that
 * has no value is neither true nor false, and what is built of such comparisons holds only if it holds either way.
 */
public sealed interface Condition {

    /** Both hold. */
    record And(Condition left, Condition right) implements Condition {}

    /** At least one holds. */
    record Or(Condition left, Condition right) implements Condition {}

    /** The other does not hold. */
    record Not(Condition negated) implements Condition {}

    /** There is a value. */
    record IsSet(Subject subject) implements Condition {}

    /**
     * A value stands in a relation to a constant: amounts by their number, dates, times and durations by their order,
     * anything else by its letters whatever their capitals.
     */
    record Compare(Quantity quantity, Operator operator, String constant) implements Condition {}

    /** What is compared. */
    sealed interface Quantity {}

    /** The value itself. */
    record Value(Subject subject) implements Quantity {}

    /** How many values a slot has. */
    record Count(Subject subject) implements Quantity {}

    /** How many characters a value has. */
    record Length(Subject subject) implements Quantity {}

    /** What an expression can name. */
    sealed interface Subject {}

    /** A slot of the intent under way: {@code {size}}. */
    record SlotSubject(SlotName slot) implements Subject {}

    /** A session attribute: {@code [member]}. */
    record AttributeSubject(String attribute) implements Subject {}

    /** A request attribute: {@code ((channel))}. Nobody sends any here, so it never has a value. */
    record RequestSubject(String attribute) implements Subject {}

    /** How the last input came, in Lex's words: {@code $.inputMode}. */
    record InputModeSubject() implements Subject {}

    /** What the person said last: {@code $.inputTranscript}. */
    record TranscriptSubject() implements Subject {}

    /** A relation. */
    enum Operator {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        CONTAINS("CONTAINS");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** Returns how an expression writes it. */
        public String sign() {
            return sign;
        }
    }
}
