package dev.sotto.speech.graph;

import java.util.List;

/**
 * A bot's words as one graph of sounds: an arc goes from a state to another with a senone that is heard, with a word that
 * is thereby said, or with neither, at a cost, the negative logarithm of a probability. State 0 is the start; arcs are
 * numbered by the state they come from. Immutable.
 */
public final class DecodingGraph {

    private final ArcTable arcs;
    private final int[] firsts;
    private final float[] finals;
    private final List<String> words;

    /**
     * @param arcs sorted by the state they come from
     * @param firsts for each state the number of its first arc, and in the end the number of arcs
     * @param finals what it costs to end in a state; infinity where that cannot be
     */
    DecodingGraph(ArcTable arcs, int[] firsts, float[] finals, List<String> words) {
        this.arcs = arcs;
        this.firsts = firsts;
        this.finals = finals;
        this.words = List.copyOf(words);
    }

    /** Returns the words; the first is number 1. */
    public List<String> words() {
        return words;
    }

    /** Returns how many states. */
    public int states() {
        return finals.length;
    }

    /** Returns how many arcs. */
    public int arcs() {
        return firsts[firsts.length - 1];
    }

    /** Returns the first arc of a state; those after it, up to below the first of the next state, are its own too. */
    public int firstArc(int state) {
        return firsts[state];
    }

    /** Returns what it costs to end in a state, or infinity. */
    public float end(int state) {
        return finals[state];
    }

    /** Returns the state that an arc leads to. */
    public int target(int arc) {
        return arcs.target(arc);
    }

    /** Returns the senone that is heard on an arc, or -1. */
    public int senone(int arc) {
        return arcs.senone(arc);
    }

    /** Returns the number of the word that is said on an arc, or 0. */
    public int word(int arc) {
        return arcs.word(arc);
    }

    /** Returns what an arc costs. */
    public float cost(int arc) {
        return arcs.cost(arc);
    }

    /** Returns whether an arc is speech on the path for any speech. */
    public boolean isOther(int arc) {
        return arcs.isLoop(arc);
    }
}
