package dev.sotto.speech.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which phones can stand before and after each state of a grammar; silence always can. What only backing off leads to does
 * not count as what comes after: almost any phone could, and the graph would be three times as large (measured). Immutable.
 */
final class EdgeSounds {

    private final List<int[]> before;
    private final List<int[]> after;

    /**
     * @param sounds the pronunciations of each word
     */
    EdgeSounds(Grammar grammar, List<List<int[]>> sounds, int silence) {
        long[] last = new long[grammar.states()];
        long[] first = new long[grammar.states()];
        Arrays.fill(last, 1L << silence);
        Arrays.fill(first, 1L << silence);
        for (int state = 0; state < grammar.states(); state++) {
            for (Grammar.Step step : grammar.from(state)) {
                if (!step.isSilent()) {
                    for (int[] sound : sounds.get(step.word())) {
                        first[state] |= 1L << sound[0];
                        last[step.to()] |= 1L << sound[sound.length - 1];
                    }
                }
            }
        }
        passThroughSilentSteps(grammar, first, last);
        this.before = numbers(last);
        this.after = numbers(first);
    }

    /** Returns the phones that a word which leaves the state can follow, in order. */
    int[] before(int state) {
        return before.get(state);
    }

    /** Returns the phones that can follow a word which leads to the state, in order. */
    int[] after(int state) {
        return after.get(state);
    }

    private static void passThroughSilentSteps(Grammar grammar, long[] first, long[] last) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int state = 0; state < grammar.states(); state++) {
                for (Grammar.Step step : grammar.from(state)) {
                    if (step.isSilent()) {
                        long ahead = first[state] | (step.word() == Grammar.BACK_OFF ? 0 : first[step.to()]);
                        long behind = last[step.to()] | last[state];
                        changed |= ahead != first[state] || behind != last[step.to()];
                        first[state] = ahead;
                        last[step.to()] = behind;
                    }
                }
            }
        }
    }

    private static List<int[]> numbers(long[] sets) {
        List<int[]> numbers = new ArrayList<>();
        for (long set : sets) {
            int[] phones = new int[Long.bitCount(set)];
            int at = 0;
            for (int phone = 0; phone < Long.SIZE; phone++) {
                if ((set & (1L << phone)) != 0) {
                    phones[at++] = phone;
                }
            }
            numbers.add(phones);
        }
        return numbers;
    }
}
