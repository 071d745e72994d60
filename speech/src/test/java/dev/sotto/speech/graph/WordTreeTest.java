package dev.sotto.speech.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTreeTest {

    private static final int STATE = 100;

    private record Chain(int from, int unit, double cost) {}

    private final WordTree tree = new WordTree();
    private final Map<Integer, Chain> chains = new HashMap<>();
    private final List<String> endings = new ArrayList<>();
    private final Map<Integer, Double> paid = new HashMap<>();

    @Test
    void wordsThatBeginAlikeShareTheirBeginning() {
        word(1, 0, 7, 8);
        word(2, 0, 7, 9);
        plant();
        assertThat(chains.values()).extracting(Chain::unit).containsExactlyInAnyOrder(7, 8, 9);
    }

    @Test
    void paysForTheCheaperOfTwoWordsWhereTheyAreStillOne() {
        word(1, 3, 7, 8);
        word(2, 5, 7, 9);
        plant();
        assertThat(chains.values())
                .contains(new Chain(STATE, 7, 3), new Chain(STATE + 1, 8, 0), new Chain(STATE + 1, 9, 2));
    }

    @Test
    void ofAWordThatIsSaidTwiceInTheSameWayTheCheaperOneIsKept() {
        word(1, 3, 7);
        word(1, 2, 7);
        plant();
        assertThat(endings).containsExactly("1 to 0");
        assertThat(paid.get(1)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void alongItsPathEachWordCostsWhatItDid(long seed) {
        Random random = new Random(seed);
        Map<Integer, Double> costs = new HashMap<>();
        for (int word = 0; word < 40; word++) {
            int[] units = random.ints(1 + random.nextInt(4), 0, 3).toArray();
            double cost = 4 * random.nextGaussian();
            costs.put(word, cost);
            word(word, cost, units);
        }
        plant();
        costs.forEach((word, cost) -> assertThat(paid.get(word)).isCloseTo(cost, within(1e-9)));
    }

    private void word(int word, double cost, int... units) {
        int node = WordTree.ROOT;
        for (int unit : units) {
            node = tree.grow(node, unit);
        }
        tree.end(node, 0, word, cost);
    }

    private void plant() {
        tree.plant(
                STATE,
                (from, unit, cost) -> {
                    int state = STATE + 1 + chains.size();
                    chains.put(state, new Chain(from, unit, cost));
                    return state;
                },
                (from, to, word, cost) -> {
                    endings.add(word + " to " + to);
                    paid.put(word, cost + onTheWayTo(from));
                });
    }

    private double onTheWayTo(int state) {
        Chain chain = chains.get(state);
        return chain == null ? 0 : chain.cost() + onTheWayTo(chain.from());
    }
}
