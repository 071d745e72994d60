package dev.sotto.lex;

import dev.sotto.sensitive.SlotValue;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A context that is active, as Lex V2 has it.
 *
 * @param secondsToLive 1 to 86,400; Lex takes nothing below 5, but one that is about to end can have less left
 * @param turnsToLive 1 to 20
 */
public record LexActiveContext(
        String name, int secondsToLive, int turnsToLive, Map<String, SlotValue> contextAttributes) {

    /** Contexts that can be active at a time. */
    public static final int MAX_CONTEXTS = 20;

    /** Longest life in turns. */
    public static final int MAX_TURNS = 20;

    /** Longest life in seconds: a day. */
    public static final int MAX_SECONDS = 86_400;

    private static final int MAX_NAME = 100;
    /** Attributes that one can carry. */
    public static final int MAX_ATTRIBUTES = 10;

    private static final int MAX_KEY = 100;
    private static final int MAX_VALUE = 1024;
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9]_?)+");

    public LexActiveContext {
        contextAttributes = Map.copyOf(contextAttributes);
    }

    /** Returns whether all of it is within Lex's limits. */
    public boolean isWithinLimits() {
        return name.length() <= MAX_NAME
                && NAME.matcher(name).matches()
                && isWithin(turnsToLive, MAX_TURNS)
                && isWithin(secondsToLive, MAX_SECONDS)
                && contextAttributes.size() <= MAX_ATTRIBUTES
                && contextAttributes.entrySet().stream()
                        .allMatch(entry -> isWithin(entry.getKey().length(), MAX_KEY)
                                && isWithin(entry.getValue().length(), MAX_VALUE));
    }

    private static boolean isWithin(int number, int most) {
        return number >= 1 && number <= most;
    }
}
