package dev.sotto.speech.vosk;

import dev.sotto.speech.graph.DecodingGraph;
import dev.sotto.speech.model.Phones;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The senones that a graph uses, as outputs of a network: in blocks of {@value #BLOCK}, each of one phone and with that
 * phone's Gaussians to itself. Small blocks keep the network small where phones use few senones (measured). Immutable.
 */
final class Senones {

    /** Senones of one block. */
    static final int BLOCK = 16;

    /** A senone of a graph: its phone counted from 1, its state, and its output of the network. */
    record Triple(int phone, int state, int output) {}

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
        byPhone.forEach((phone, senones) -> {
            int at = 0;
            for (int senone : senones) {
                if (at % BLOCK == 0) {
                    phoneOfBlock.add(phone);
                }
                outputs.put(senone, (phoneOfBlock.size() - 1) * BLOCK + at % BLOCK);
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

    /** Returns how many blocks. */
    int blocks() {
        return phoneOfBlock.size();
    }

    /** Returns how many outputs the network has; not every one is used. */
    int outputCount() {
        return blocks() * BLOCK;
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
