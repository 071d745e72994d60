package dev.sotto.speech.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which words follow each other: states, and words that lead from one to another at a cost. State 0 is where a turn
 * begins. Costs are negative logarithms of probabilities. Mutable while it is built, and then left alone.
 */
public final class Grammar {

    /** A step that says nothing. */
    static final int NO_WORD = -1;

    /** A step that says nothing, to where words follow that nobody was seen to say here. */
    static final int BACK_OFF = -2;

    /** A step from a state: to which, by which word, at which cost. */
    record Step(int to, int word, double cost) {

        boolean isSilent() {
            return word < 0;
        }
    }

    private final List<List<Step>> steps = new ArrayList<>();
    private final Map<Integer, Double> finals = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Grammar() {
        newState();
    }

    /** Returns how many different words it has. */
    public int wordCount() {
        return words.size();
    }

    int newState() {
        steps.add(new ArrayList<>());
        return steps.size() - 1;
    }

    void step(int from, int to, String word, double cost) {
        Integer number = numbers.get(word);
        if (number == null) {
            number = words.size();
            numbers.put(word, number);
            words.add(word);
        }
        steps.get(from).add(new Step(to, number, cost));
    }

    void silentStep(int from, int to, double cost) {
        steps.get(from).add(new Step(to, NO_WORD, cost));
    }

    void backOff(int from, int to, double cost) {
        steps.get(from).add(new Step(to, BACK_OFF, cost));
    }

    void end(int state, double cost) {
        finals.merge(state, cost, Math::min);
    }

    /** Returns how many states. */
    int states() {
        return steps.size();
    }

    List<Step> from(int state) {
        return steps.get(state);
    }

    /** Returns what it costs to end in a state, or infinity. */
    double end(int state) {
        return finals.getOrDefault(state, Double.POSITIVE_INFINITY);
    }

    /** Returns the words, by their number. */
    List<String> words() {
        return List.copyOf(words);
    }
}
