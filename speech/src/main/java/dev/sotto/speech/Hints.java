package dev.sotto.speech;

import java.util.List;

/**
 * What is likely to be said next: the bot's own words for what it has just asked, never something a person said.
 *
 * @param reach whether anything else may be said as well
 * @param phrases at most {@value #MAX_PHRASES}, each of 1 to {@value #MAX_PHRASE} characters
 */
public record Hints(Reach reach, List<String> phrases) {

    /** Most phrases. */
    public static final int MAX_PHRASES = 1_000;

    /** Longest phrase, as long as Lex V2's runtime hints can be. */
    public static final int MAX_PHRASE = 140;

    /** Anything may be said. */
    public static final Hints NONE = new Hints(Reach.AMONG_OTHERS, List.of());

    public Hints {
        phrases = List.copyOf(phrases);
        if (phrases.size() > MAX_PHRASES) {
            throw new IllegalArgumentException(phrases.size() + " phrases; expected at most " + MAX_PHRASES);
        }
        for (String phrase : phrases) {
            if (phrase.isBlank() || phrase.codePointCount(0, phrase.length()) > MAX_PHRASE) {
                throw new IllegalArgumentException("a phrase has 1 to " + MAX_PHRASE + " characters");
            }
        }
        if (reach == Reach.NOTHING_ELSE && phrases.isEmpty()) {
            throw new IllegalArgumentException("nothing else, and no phrase either");
        }
    }

    /** Whether the phrases are all that can be said. */
    public enum Reach {
        /** They are likelier than the rest. */
        AMONG_OTHERS,
        /** They are a grammar. */
        NOTHING_ELSE
    }
}
