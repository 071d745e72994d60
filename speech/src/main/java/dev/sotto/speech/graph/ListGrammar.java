package dev.sotto.speech.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds phrases to a grammar as a tree of their words, all equally likely. */
final class ListGrammar {

    private ListGrammar() {}

    /**
     * Adds phrases between two states.
     *
     * @param phrases each of at least one word
     */
    static void add(Grammar grammar, Collection<List<String>> phrases, int from, int to, double cost) {
        double each = cost + Math.log(phrases.size());
        Map<List<String>, Integer> tree = new HashMap<>();
        for (List<String> phrase : phrases) {
            int at = from;
            double ahead = each;
            for (int i = 0; i < phrase.size() - 1; i++) {
                List<String> prefix = phrase.subList(0, i + 1);
                Integer known = tree.get(prefix);
                if (known == null) {
                    known = grammar.newState();
                    tree.put(List.copyOf(prefix), known);
                    grammar.step(at, known, phrase.get(i), ahead);
                }
                at = known;
                ahead = 0;
            }
            grammar.step(at, to, phrase.get(phrase.size() - 1), ahead);
        }
    }
}
