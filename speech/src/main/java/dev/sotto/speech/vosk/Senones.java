package dev.sotto.speech.vosk;

import dev.sotto.speech.graph.DecodingGraph;
import dev.sotto.speech.model.Phones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The senones that a graph uses, as outputs of a network: in blocks of one size, each of one phone and with that phone's
 * Gaussians to itself. Small blocks leave few outputs unused where phones use few senones, large ones repeat few Gaussians
 * where they use many: the size that costs least is taken. Immutable.
 */
final class Senones {

    private static final int[] SIZES = {16, 32, 64};

    /** What a block costs in time, in outputs: the network does the same sums with every Gaussian (measured). */
    private static final int BLOCK_COST = 26;

    /** A senone of a graph: its phone counted from 1, its state, and its output of the network. */
    record Triple(int phone, int state, int output) {}

    private final int block;
    private final List<Integer> phoneOfBlock = new ArrayList<>();
    private final Map<Integer, Integer> outputs = new TreeMap<>();
    private final List<Triple> triples = new ArrayList<>();
    private final Map<Integer, Integer> transitions = new HashMap<>();

    Senones(DecodingGraph graph, Phones phones) {
        Map<Integer, TreeSet<Integer>> byPhone = new TreeMap<>();
        for (int arc = 0; arc < graph.arcs(); arc++) {
            int senone = graph.senone(arc);
            if (senone >= 0) {
                byPhone.computeIfAbsent(phones.phoneOfSenone(senone), any -> new TreeSet<>())
                        .add(senone);
            }
        }
        block = blockFor(byPhone.values());
        byPhone.forEach((phone, senones) -> {
            int at = 0;
            for (int senone : senones) {
                if (at % block == 0) {
                    phoneOfBlock.add(phone);
                }
                outputs.put(senone, (phoneOfBlock.size() - 1) * block + at % block);
                at++;
            }
        });
        Map<Triple, Integer> senoneOf = new HashMap<>();
        outputs.forEach((senone, output) -> {
            Triple triple = new Triple(phones.phoneOfSenone(senone) + 1, phones.stateOfSenone(senone), output);
            triples.add(triple);
            senoneOf.put(triple, senone);
        });
        triples.sort(Comparator.comparingInt(Triple::phone)
                .thenComparingInt(Triple::state)
                .thenComparingInt(Triple::output));
        for (int i = 0; i < triples.size(); i++) {
            transitions.put(senoneOf.get(triples.get(i)), 2 * i + 1);
        }
    }

    private static int blockFor(Collection<? extends Set<Integer>> phones) {
        return Arrays.stream(SIZES)
                .boxed()
                .min(Comparator.comparingInt(size -> phones.stream()
                                .mapToInt(senones -> blocks(senones, size))
                                .sum()
                        * (BLOCK_COST + size)))
                .orElseThrow();
    }

    private static int blocks(Set<Integer> senones, int size) {
        return (senones.size() + size - 1) / size;
    }

    /** Returns how many blocks. */
    int blocks() {
        return phoneOfBlock.size();
    }

    /** Returns how many outputs the network has; not every one is used. */
    int outputCount() {
        return blocks() * block;
    }

    /** Returns the phone of a block. */
    int phoneOfBlock(int block) {
        return phoneOfBlock.get(block);
    }

    /** Returns the output of each senone, in order of the senones. */
    Map<Integer, Integer> outputs() {
        return outputs;
    }

    /** Returns phone, state and output of each senone, in their order. */
    List<Triple> triples() {
        return triples;
    }

    /** Returns the number of the transition that stays in a senone; the one that comes into it is the next number. */
    int stay(int senone) {
        return transitions.getOrDefault(senone, 0);
    }
}
