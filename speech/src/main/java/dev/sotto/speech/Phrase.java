package dev.sotto.speech;

import dev.sotto.sensitive.Saying;
import java.time.Duration;

/**
 * What a synthesiser speaks in one breath.
 *
 * @param words as they are to be read, without markup, figures or symbols: letters, apostrophes and {@code , . ? !}
 * @param pace how fast, {@value #SLOWEST} to {@value #FASTEST}; 1 is the voice's own
 * @param rest how much silence is left at its end, at most
 */
public record Phrase(Saying words, double pace, Duration rest) {

    /** Half as fast as the voice would. */
    public static final double SLOWEST = 0.5;

    /** Twice as fast. */
    public static final double FASTEST = 2;

    /** Most letters, spaces included: what an engine speaks at once is held in memory until it is spoken. */
    public static final int MOST_LETTERS = 400;

    /** Longest silence at its end. */
    public static final Duration LONGEST_REST = Duration.ofMillis(500);

    public Phrase {
        if (!(pace >= SLOWEST && pace <= FASTEST)) {
            throw new IllegalArgumentException("a pace outside " + SLOWEST + " to " + FASTEST);
        }
        if (rest.isNegative() || rest.compareTo(LONGEST_REST) > 0) {
            throw new IllegalArgumentException("a rest outside 0 to " + LONGEST_REST.toMillis() + " ms");
        }
    }

    /**
     * Makes sure that an engine may take it.
     *
     * @throws IllegalArgumentException if it is too long
     */
    public void checkLength() {
        if (words.length() > MOST_LETTERS) {
            throw new IllegalArgumentException(words.length() + " letters; expected at most " + MOST_LETTERS);
        }
    }
}
