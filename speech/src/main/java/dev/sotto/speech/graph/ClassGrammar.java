package dev.sotto.speech.graph;

import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adds to a grammar what belongs to one intent: which piece of a sample utterance follows which, with slots as classes, as
 * often as in the samples. A slot is used once, as far as there are not too many of them to keep count; to end without a
 * slot that all samples have costs extra. Where there are so many samples that they are rather a text, their words may also
 * follow each other as nobody was seen to say them, at the cost of backing off: Ney, Essen and Kneser, "On structuring
 * probabilistic dependences in stochastic language modelling", 1994. With few samples that would make noise into words,
 * and hearing three times as slow (measured). Confined to one thread.
 */
final class ClassGrammar {

    /** With more slots than this it is not counted which were used: the states would multiply. */
    private static final int MOST_COUNTED = 7;

    private static final double MISSING = 5;

    /** As many samples as this are a text. */
    private static final int TEXT = 200;

    /** What backing off takes from each count. Small, for pairs of words that were seen are much likelier (measured). */
    private static final double DISCOUNT = 0.2;

    /** Where any word may follow any other, words are put in too easily; what a word gains elsewhere is halved (measured). */
    static final double LOOSE = 1;

    private record State(Wording.Token last, Set<SlotName> used) {}

    private final Grammar grammar;
    private final Map<SlotName, List<List<String>>> values;
    private final Map<SlotName, SlotTypeName> types;
    private final Map<Wording.Token, Map<Wording.Token, Integer>> follows = new LinkedHashMap<>();
    private final Set<SlotName> always;
    private final boolean text;
    private final boolean counted;
    private final Map<State, Integer> states = new HashMap<>();
    private final Deque<State> open = new ArrayDeque<>();

    private ClassGrammar(
            Grammar grammar,
            List<Wording> samples,
            Map<SlotName, List<List<String>>> values,
            Map<SlotName, SlotTypeName> types) {
        this.grammar = grammar;
        this.values = values;
        this.types = types;
        this.text = samples.size() >= TEXT;
        this.counted = !text && places(samples).size() <= MOST_COUNTED;
        this.always = counted ? always(samples) : Set.of();
        samples.forEach(this::count);
        spellAnything();
        if (text) {
            samples.forEach(this::countAnywhere);
        }
    }

    /** Whoever spells may spell anything: before and behind any letter comes what comes before and behind another. */
    private void spellAnything() {
        Set<Wording.Token> letters = new LinkedHashSet<>();
        Set<Wording.Token> behind = new LinkedHashSet<>();
        follows.values()
                .forEach(next ->
                        next.keySet().stream().filter(ClassGrammar::isLetter).forEach(letters::add));
        letters.forEach(
                letter -> behind.addAll(follows.getOrDefault(letter, Map.of()).keySet()));
        letters.forEach(letter -> behind.forEach(next -> follow(letter, next)));
        for (Map.Entry<Wording.Token, Map<Wording.Token, Integer>> last : follows.entrySet()) {
            if (last.getValue().keySet().stream().anyMatch(letters::contains)) {
                letters.forEach(letter -> last.getValue().merge(letter, 1, Integer::sum));
            }
        }
    }

    private static boolean isLetter(Wording.Token token) {
        return token instanceof Wording.Word word && LetterName.is(word.text());
    }

    /**
     * Adds an intent.
     *
     * @param values for each slot the words of each of its values
     * @param types for each slot its type, whose values may be spoken in other ways besides
     * @param share what it costs to begin with this intent
     */
    static void add(
            Grammar grammar,
            List<Wording> samples,
            Map<SlotName, List<List<String>>> values,
            Map<SlotName, SlotTypeName> types,
            double share) {
        if (!samples.isEmpty()) {
            new ClassGrammar(grammar, samples, values, types).build(share);
        }
    }

    private void count(Wording sample) {
        Wording.Token last = new Wording.Start();
        for (Wording.Token token : sample.tokens()) {
            follow(last, token);
            last = token;
        }
        follow(last, new Wording.Stop());
    }

    private void countAnywhere(Wording sample) {
        sample.tokens().forEach(token -> follow(new Wording.Anywhere(), token));
        follow(new Wording.Anywhere(), new Wording.Stop());
    }

    private void follow(Wording.Token last, Wording.Token next) {
        follows.computeIfAbsent(last, any -> new LinkedHashMap<>()).merge(next, 1, Integer::sum);
    }

    private void build(double share) {
        State start = new State(new Wording.Start(), Set.of());
        states.put(start, 0);
        leave(start, 0, share);
        while (!open.isEmpty()) {
            State state = open.remove();
            leave(state, number(state), 0);
        }
    }

    private void leave(State state, int number, double extra) {
        Map<Wording.Token, Integer> next = follows.getOrDefault(state.last(), Map.of());
        double sum = next.values().stream().mapToInt(Integer::intValue).sum();
        double discount = text && !(state.last() instanceof Wording.Anywhere) ? DISCOUNT : 0;
        next.forEach((token, times) -> leave(state, number, token, extra - Math.log((times - discount) / sum)));
        if (discount > 0) {
            State behindAnything = new State(new Wording.Anywhere(), Set.of());
            grammar.backOff(number, number(behindAnything), extra - Math.log(discount * next.size() / sum));
        }
    }

    private void leave(State state, int number, Wording.Token token, double cost) {
        if (token instanceof Wording.Stop) {
            long missing =
                    always.stream().filter(slot -> !state.used().contains(slot)).count();
            grammar.end(number, cost + MISSING * missing);
        } else if (token instanceof Wording.Word word) {
            double loose = text && !isLetter(token) ? LOOSE : 0;
            grammar.step(number, number(new State(token, state.used())), word.text(), cost + loose);
        } else if (token instanceof Wording.Place place && !state.used().contains(place.slot())) {
            say(place.slot(), number, number(new State(token, with(state.used(), place.slot()))), cost);
        }
    }

    private void say(SlotName slot, int from, int to, double cost) {
        SlotTypeName type = types.get(slot);
        if (type != null && ValueGrammar.knows(type)) {
            new ValueGrammar(grammar).add(type, from, to, cost);
        } else {
            ListGrammar.add(grammar, values.getOrDefault(slot, List.of()), from, to, cost);
        }
    }

    private int number(State state) {
        Integer known = states.get(state);
        if (known == null) {
            known = grammar.newState();
            states.put(state, known);
            open.add(state);
        }
        return known;
    }

    private Set<SlotName> with(Set<SlotName> used, SlotName slot) {
        if (!counted) {
            return used;
        }
        Set<SlotName> more = new LinkedHashSet<>(used);
        more.add(slot);
        return Set.copyOf(more);
    }

    private static Set<SlotName> always(List<Wording> samples) {
        Set<SlotName> always = places(samples);
        samples.forEach(sample -> always.retainAll(places(List.of(sample))));
        return always;
    }

    private static Set<SlotName> places(List<Wording> samples) {
        Set<SlotName> places = new LinkedHashSet<>();
        for (Wording sample : samples) {
            for (Wording.Token token : new ArrayList<>(sample.tokens())) {
                if (token instanceof Wording.Place place) {
                    places.add(place.slot());
                }
            }
        }
        return places;
    }
}
