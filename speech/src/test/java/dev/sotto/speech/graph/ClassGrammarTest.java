package dev.sotto.speech.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassGrammarTest {

    private static Grammar grammar(String... samples) {
        Grammar grammar = new Grammar();
        List<Wording> wordings = Arrays.stream(samples)
                .map(sample -> new Wording(SpokenText.words(sample).stream()
                        .<Wording.Token>map(Wording.Word::new)
                        .toList()))
                .toList();
        ClassGrammar.add(grammar, wordings, Map.of(), Map.of(), 0);
        return grammar;
    }

    /** Returns whether words can be said one after the other, and the end be there. */
    private static boolean isHeard(Grammar grammar, String said) {
        Set<Integer> states = closed(grammar, Set.of(0));
        for (String word : SpokenText.words(said)) {
            Set<Integer> next = new HashSet<>();
            for (int state : states) {
                for (Grammar.Step step : grammar.from(state)) {
                    if (!step.isSilent() && grammar.words().get(step.word()).equals(word)) {
                        next.add(step.to());
                    }
                }
            }
            states = closed(grammar, next);
        }
        return states.stream().anyMatch(state -> Double.isFinite(grammar.end(state)));
    }

    private static Set<Integer> closed(Grammar grammar, Set<Integer> states) {
        Set<Integer> all = new HashSet<>(states);
        Deque<Integer> open = new ArrayDeque<>(new ArrayList<>(states));
        while (!open.isEmpty()) {
            for (Grammar.Step step : grammar.from(open.remove())) {
                if (step.isSilent() && all.add(step.to())) {
                    open.add(step.to());
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "my code is p d q, true",
        "my code is q p d p, true",
        "my code is, false",
        "code p is d, false",
        "tea please, true",
        "please tea, false"
    })
    void spellsAnythingAndSaysWhatTheSamplesSay(String said, boolean heard) {
        assertThat(isHeard(grammar("my code is p d q", "tea please"), said)).isEqualTo(heard);
    }

    /** Returns samples that nobody would write out one by one: two words each, the second never first. */
    private static String[] text() {
        return IntStream.range(0, 200)
                .mapToObj(i -> (i % 2 == 0 ? "open " : "close ") + (i % 3 == 0 ? "doors" : "windows"))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({"open windows, true", "windows open, true", "close, true", "open open doors, true", "open gates, false"
    })
    void hearsTheWordsOfATextInAnyOrder(String said, boolean heard) {
        assertThat(isHeard(grammar(text()), said)).isEqualTo(heard);
    }

    @Test
    void saysWhatATextSaysForLessThanWhatItDoesNot() {
        Grammar grammar = grammar(text());

        assertThat(cost(grammar, "open windows")).isLessThan(cost(grammar, "windows open") - 5);
    }

    @Test
    void sharesOutAllOfTheProbabilityThatATextHas() {
        Grammar grammar = grammar(text());

        assertThat(IntStream.range(0, grammar.states()).mapToDouble(state -> share(grammar, state)))
                .allSatisfy(share -> assertThat(share).isCloseTo(1, within(1e-9)));
    }

    private static double share(Grammar grammar, int state) {
        return Math.exp(-grammar.end(state))
                + grammar.from(state).stream()
                        .mapToDouble(step -> Math.exp(loose(step) - step.cost()))
                        .sum();
    }

    /** What each word of a text costs besides its probability. */
    private static double loose(Grammar.Step step) {
        return step.isSilent() ? 0 : ClassGrammar.LOOSE;
    }

    /** Returns what the likeliest way costs to say words and end. */
    private static double cost(Grammar grammar, String said) {
        Map<Integer, Double> states = settled(grammar, Map.of(0, 0.0));
        for (String word : SpokenText.words(said)) {
            Map<Integer, Double> next = new HashMap<>();
            states.forEach((state, cost) -> grammar.from(state).stream()
                    .filter(step ->
                            !step.isSilent() && grammar.words().get(step.word()).equals(word))
                    .forEach(step -> next.merge(step.to(), cost + step.cost(), Math::min)));
            states = settled(grammar, next);
        }
        return states.entrySet().stream()
                .mapToDouble(state -> state.getValue() + grammar.end(state.getKey()))
                .min()
                .orElseThrow();
    }

    /** Returns what it costs to be in a state, with silent steps taken; none of them leads to another. */
    private static Map<Integer, Double> settled(Grammar grammar, Map<Integer, Double> states) {
        Map<Integer, Double> all = new HashMap<>(states);
        states.forEach((state, cost) -> grammar.from(state).stream()
                .filter(Grammar.Step::isSilent)
                .forEach(step -> all.merge(step.to(), cost + step.cost(), Math::min)));
        return all;
    }
}
