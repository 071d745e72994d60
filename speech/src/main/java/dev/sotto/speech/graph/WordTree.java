package dev.sotto.speech.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that leave a state of a grammar, as a tree of units: words that begin alike share their beginning. What a word
 * costs is paid as soon as no cheaper one is left on its branch, so that unlikely words are given up early: Ortmanns, Ney
 * and Eiden, "Language-model look-ahead for large vocabulary speech recognition", 1996. Confined to one thread.
 */
final class WordTree {

    /** Where all words begin. */
    static final int ROOT = 0;

    /** Adds the states of a unit to the graph. */
    interface Chain {

        /** Returns the last of them. */
        int add(int from, int unit, double cost);
    }

    /** Adds the end of a word to the graph. */
    interface Ending {
        void add(int from, int to, int word, double cost);
    }

    private record Branch(int from, int unit) {}

    private record End(int node, int to, int word) {}

    private final List<Branch> branches = new ArrayList<>();
    private final Map<Branch, Integer> nodes = new HashMap<>();
    private final Map<End, Double> ends = new LinkedHashMap<>();

    /** Returns where a unit leads from a node; a new node if no word went there before. */
    int grow(int node, int unit) {
        return nodes.computeIfAbsent(new Branch(node, unit), branch -> {
            branches.add(branch);
            return branches.size();
        });
    }

    /**
     * Ends a word at a node.
     *
     * @param to the state of the grammar behind it
     */
    void end(int node, int to, int word, double cost) {
        ends.merge(new End(node, to, word), cost, Math::min);
    }

    /** Adds the tree to a graph, at a state of it. */
    void plant(int state, Chain chain, Ending ending) {
        double[] least = least();
        int[] states = new int[least.length];
        states[ROOT] = state;
        for (int node = 1; node < states.length; node++) {
            Branch branch = branches.get(node - 1);
            states[node] = chain.add(states[branch.from()], branch.unit(), least[node] - least[branch.from()]);
        }
        ends.forEach((end, cost) -> ending.add(states[end.node()], end.to(), end.word(), cost - least[end.node()]));
    }

    /** Returns for each node what the cheapest word behind it costs; nothing for the root, where it is not yet paid. */
    private double[] least() {
        double[] least = new double[branches.size() + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        ends.forEach((end, cost) -> least[end.node()] = Math.min(least[end.node()], cost));
        for (int node = branches.size(); node > ROOT; node--) {
            int from = branches.get(node - 1).from();
            least[from] = Math.min(least[from], least[node]);
        }
        least[ROOT] = 0;
        return least;
    }
}
