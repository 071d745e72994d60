package dev.sotto.trace;

import dev.sotto.bot.Condition;

/** Writes a condition as an author would. */
final class ConditionWords {

    private ConditionWords() {}

    static String of(Condition condition) {
        if (condition instanceof Condition.And and) {
            return "(" + of(and.left()) + " AND " + of(and.right()) + ")";
        }
        if (condition instanceof Condition.Or or) {
            return "(" + of(or.left()) + " OR " + of(or.right()) + ")";
        }
        if (condition instanceof Condition.Not not) {
            return "NOT " + of(not.negated());
        }
        if (condition instanceof Condition.IsSet set) {
            return "fn.IS_SET(" + of(set.subject()) + ")";
        }
        if (condition instanceof Condition.Compare compare) {
            return of(compare.quantity()) + " " + compare.operator().sign() + " " + compare.constant();
        }
        throw new AssertionError(condition.getClass());
    }

    private static String of(Condition.Quantity quantity) {
        if (quantity instanceof Condition.Count count) {
            return "fn.COUNT(" + of(count.subject()) + ")";
        }
        if (quantity instanceof Condition.Length length) {
            return "fn.LENGTH(" + of(length.subject()) + ")";
        }
        if (quantity instanceof Condition.Value value) {
            return of(value.subject());
        }
        throw new AssertionError(quantity.getClass());
    }

    private static String of(Condition.Subject subject) {
        if (subject instanceof Condition.SlotSubject slot) {
            return "{" + slot.slot() + "}";
        }
        if (subject instanceof Condition.AttributeSubject attribute) {
            return "[" + attribute.attribute() + "]";
        }
        if (subject instanceof Condition.RequestSubject request) {
            return "((" + request.attribute() + "))";
        }
        return subject instanceof Condition.InputModeSubject ? "$.inputMode" : "$.inputTranscript";
    }
}
