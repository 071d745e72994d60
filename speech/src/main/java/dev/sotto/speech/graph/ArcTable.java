package dev.sotto.speech.graph;

import java.util.Arrays;

/** Arcs in the order in which they come to be. Confined to one thread. */
final class ArcTable {

    private int[] sources;
    private int[] targets;
    private int[] senones;
    private int[] words;
    private float[] costs;
    private boolean[] loops;
    private int count;
    private boolean looping;

    ArcTable(int room) {
        this.sources = new int[room];
        this.targets = new int[room];
        this.senones = new int[room];
        this.words = new int[room];
        this.costs = new float[room];
        this.loops = new boolean[room];
    }

    /** What is added from here on is speech on the path for any speech. */
    void beginLoop() {
        looping = true;
    }

    /** What is added from here on is not. */
    void endLoop() {
        looping = false;
    }

    void add(int source, int target, int senone, int word, double cost) {
        if (count == sources.length) {
            grow();
        }
        sources[count] = source;
        targets[count] = target;
        senones[count] = senone;
        words[count] = word;
        costs[count] = (float) cost;
        loops[count] = looping;
        count++;
    }

    /** Returns for each state the place that its first arc has once sorted, and in the end the number of arcs. */
    int[] firsts(int states) {
        int[] firsts = new int[states + 1];
        for (int i = 0; i < count; i++) {
            firsts[sources[i] + 1]++;
        }
        for (int i = 0; i < states; i++) {
            firsts[i + 1] += firsts[i];
        }
        return firsts;
    }

    /** Returns the arcs sorted by the state they come from, those of one state in the order in which they came. */
    ArcTable sorted(int[] firsts) {
        int[] next = firsts.clone();
        ArcTable sorted = new ArcTable(count);
        for (int i = 0; i < count; i++) {
            int at = next[sources[i]]++;
            sorted.sources[at] = sources[i];
            sorted.targets[at] = targets[i];
            sorted.senones[at] = senones[i];
            sorted.words[at] = words[i];
            sorted.costs[at] = costs[i];
            sorted.loops[at] = loops[i];
        }
        return sorted;
    }

    int target(int arc) {
        return targets[arc];
    }

    int senone(int arc) {
        return senones[arc];
    }

    int word(int arc) {
        return words[arc];
    }

    float cost(int arc) {
        return costs[arc];
    }

    boolean isLoop(int arc) {
        return loops[arc];
    }

    private void grow() {
        int size = 2 * sources.length;
        sources = Arrays.copyOf(sources, size);
        targets = Arrays.copyOf(targets, size);
        senones = Arrays.copyOf(senones, size);
        words = Arrays.copyOf(words, size);
        costs = Arrays.copyOf(costs, size);
        loops = Arrays.copyOf(loops, size);
    }
}
