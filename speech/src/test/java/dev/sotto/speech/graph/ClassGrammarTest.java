package dev.sotto.speech.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                    if (step.word() != Grammar.NO_WORD
                            && grammar.words().get(step.word()).equals(word)) {
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
                if (step.word() == Grammar.NO_WORD && all.add(step.to())) {
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
}
