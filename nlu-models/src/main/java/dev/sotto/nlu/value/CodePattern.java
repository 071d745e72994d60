package dev.sotto.nlu.value;

import java.util.Optional;

/**
 * A regular expression for codes, as Amazon Lex V2 restricts it: up to {@value #MAX_LENGTH} characters, without {@code *},
 * {@code +}, <code>{n,}</code> and {@code .}. It matches whole texts of up to {@value #MAX_VALUE} characters in time linear
 * in their length, whatever it is, for it is run as an automaton that never goes back. Immutable and safe for any thread.
 */
public final class CodePattern {

    /** Longest pattern. */
    public static final int MAX_LENGTH = 300;

    /** Longest text that can match. */
    public static final int MAX_VALUE = 30;

    private final Automaton automaton;

    private CodePattern(Automaton automaton) {
        this.automaton = automaton;
    }

    /**
     * What is wrong with a pattern.
     *
     * @param offset where, in characters
     * @param what what was found there, as in "a dot"
     */
    public record Flaw(int offset, String what) {}

    /** Thrown by a parser of patterns. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Flaw flaw;

        MalformedException(int offset, String what) {
            super(what);
            flaw = new Flaw(offset, what);
        }

        Flaw flaw() {
            return flaw;
        }
    }

    /** Returns what is wrong with a pattern, if something is. */
    public static Optional<Flaw> flaw(String pattern) {
        try {
            new CodePatternParser(pattern).parse();
            return Optional.empty();
        } catch (MalformedException e) {
            return Optional.of(e.flaw());
        }
    }

    /**
     * Makes a pattern of its text.
     *
     * @throws IllegalArgumentException if something is wrong with it
     */
    public static CodePattern of(String pattern) {
        try {
            return new CodePattern(new CodePatternParser(pattern).parse());
        } catch (MalformedException e) {
            throw new IllegalArgumentException(
                    "a pattern with " + e.flaw().what() + " at " + e.flaw().offset(), e);
        }
    }

    /** Returns whether a whole text matches. */
    public boolean matches(CharSequence text) {
        return text.length() <= MAX_VALUE && automaton.matches(text);
    }
}
