package dev.sotto.voice;

import dev.sotto.speech.turntaking.Move;

/**
 * Sees what is decided on spoken lines about who speaks when, on the event loop of each line. No word of anybody's is in
 * it. For those who work on a bot at their own machine; a server has none.
 */
@FunctionalInterface
public interface LineOnlooker {

    /** Looks away. */
    LineOnlooker NONE = (at, move) -> {};

    /**
     * Sees a decision. Must neither wait nor throw.
     *
     * @param at when: milliseconds of the person's audio since the line was opened
     */
    void decided(long at, Move move);
}
