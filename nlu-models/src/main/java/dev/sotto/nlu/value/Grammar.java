package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import java.util.Optional;

/**
 * A grammar of spoken phrases: a subset of SRGS 1.0 in its XML form (GRXML), with the values that its tags give. Rules may
 * not lead to themselves, so a grammar is a finite automaton over words; it is run by following all its states at once, in
 * time linear in the number of words. Immutable and safe for any thread.
 */
public final class Grammar {

    /** Longest text of a grammar in characters (Lex V2's limit is 100 KB). */
    public static final int MAX_LENGTH = 100_000;

    /** Most words of a phrase that is looked at. */
    static final int MAX_WORDS = 60;

    private final GrammarMachine machine;

    private Grammar(GrammarMachine machine) {
        this.machine = machine;
    }

    /**
     * What is wrong with a grammar.
     *
     * @param line from 1
     * @param column from 1
     * @param what what was found there
     */
    public record Flaw(int line, int column, String what) {}

    /** Thrown by a reader of grammars. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Flaw flaw;

        MalformedException(Flaw flaw) {
            super(flaw.what());
            this.flaw = flaw;
        }

        Flaw flaw() {
            return flaw;
        }
    }

    /**
     * Words that a grammar allows.
     *
     * @param end the word after the last
     * @param value what its tags make of them, or the words themselves
     */
    record Match(int end, String value) {}

    /** Returns what is wrong with a grammar, if something is. */
    public static Optional<Flaw> flaw(String xml) {
        try {
            new GrammarReader(xml).read();
            return Optional.empty();
        } catch (MalformedException e) {
            return Optional.of(e.flaw());
        }
    }

    /**
     * Makes a grammar of its text.
     *
     * @throws IllegalArgumentException if something is wrong with it
     */
    public static Grammar of(String xml) {
        try {
            return new Grammar(new GrammarReader(xml).read());
        } catch (MalformedException e) {
            throw new IllegalArgumentException(
                    "a grammar with " + e.flaw().what() + " in line " + e.flaw().line(), e);
        }
    }

    /** Returns the longest phrase that begins at a word. */
    Optional<Match> longest(Words words, int from) {
        return machine.longest(words, from);
    }

    /** Returns what a whole text means, if the grammar allows it. */
    public Optional<String> value(String text) {
        Words words = Words.of(text);
        return machine.longest(words, 0)
                .filter(match -> match.end() == words.size())
                .map(Match::value);
    }
}
