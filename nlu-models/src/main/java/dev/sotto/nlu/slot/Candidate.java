package dev.sotto.nlu.slot;

import java.util.List;
import java.util.Optional;

/**
 * Some words of an utterance that can be a value of a type.
 *
 * @param from the first word
 * @param to the word after the last
 * @param interpreted what they mean; empty for words taken as said and for an ambiguity
 * @param resolved what they may mean, the likeliest first; empty for words taken as said
 * @param support how surely they are such a value, whatever stands around them
 */
record Candidate(int from, int to, Optional<String> interpreted, List<String> resolved, Support support) {

    /** How sure a candidate is by itself. */
    enum Support {
        /** In the bot's own list, or unmistakable: a sum with its currency. */
        CERTAIN(3.0),
        /** Can be many things: a bare number. */
        PLAIN(1.6),
        /** In the list but for a slip of the finger. */
        MISSPELT(1.8),
        /** A bare number where a currency is expected. */
        BARE(0.2),
        /** Any words at all. */
        OPEN(0);

        private final double score;

        Support(double score) {
            this.score = score;
        }

        double score() {
            return score;
        }
    }

    Candidate {
        resolved = List.copyOf(resolved);
    }

    /** Words that are taken to be the first of what they resolve to, or as said if they resolve to nothing. */
    Candidate(int from, int to, List<String> resolved, Support support) {
        this(from, to, resolved.stream().findFirst(), resolved, support);
    }

    int length() {
        return to - from;
    }

    boolean overlaps(Candidate other) {
        return from < other.to && other.from < to;
    }
}
