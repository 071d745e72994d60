package dev.sotto.speech.graph;

import dev.sotto.speech.model.Phones;
import dev.sotto.speech.model.SphinxModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Expands a grammar to sounds. Each of its states gets a tree of the words that leave it, so that words which begin alike
 * share their beginning. At the edges of a word its phones sound as they do beside any phone that can stand there in that
 * state. Silence and noises fit between any two words. Confined to one thread.
 */
public final class GraphBuilder {

    /** The word that the path for any speech says. */
    public static final String OTHER = "[other]";

    private static final String[] FILLERS = {"SIL", "+NSN+", "+SPN+"};
    private static final double[] FILLER_COSTS = {-Math.log(0.3), 7, 7};

    /** Words are likelier than the pauses that they could be taken for; names of letters are too short for that (measured). */
    private static final double WORD_COST = -2;

    private final SphinxModel model;
    private final Phones phones;
    private final Grammar grammar;
    private final EdgeSounds edges;
    private final List<List<int[]>> sounds = new ArrayList<>();
    private final ArcTable arcs = new ArcTable(1 << 14);
    private int states;

    private GraphBuilder(SphinxModel model, Grammar grammar, Pronunciations pronunciations) {
        this.model = model;
        this.phones = model.phones();
        this.grammar = grammar;
        grammar.words().forEach(word -> sounds.add(pronunciations.of(word)));
        this.edges = new EdgeSounds(grammar, sounds, phones.silence());
        this.states = grammar.states();
    }

    /** Returns the graph of a grammar, with a path for any other speech. */
    public static DecodingGraph build(SphinxModel model, Grammar grammar, Pronunciations pronunciations) {
        return new GraphBuilder(model, grammar, pronunciations).build();
    }

    private DecodingGraph build() {
        for (int state = 0; state < grammar.states(); state++) {
            addWords(state);
            addFillers(state);
        }
        int loop = addLoop();
        float[] finals = new float[states];
        for (int state = 0; state < states; state++) {
            finals[state] = state < grammar.states() ? (float) grammar.end(state) : Float.POSITIVE_INFINITY;
        }
        finals[loop] = 0;
        List<String> words = new ArrayList<>(grammar.words());
        words.add(OTHER);
        int[] firsts = arcs.firsts(states);
        return new DecodingGraph(arcs.sorted(firsts), firsts, finals, words);
    }

    private void addWords(int state) {
        WordTree tree = new WordTree();
        for (Grammar.Step step : grammar.from(state)) {
            if (step.isSilent()) {
                arcs.add(state, step.to(), -1, 0, step.cost());
                continue;
            }
            for (int[] sound : sounds.get(step.word())) {
                for (int end : branches(state, step.to(), sound, tree)) {
                    tree.end(end, step.to(), step.word(), step.cost() + wordCost(step.word()));
                }
            }
        }
        tree.plant(state, this::chain, (from, to, word, cost) -> arcs.add(from, to, -1, word + 1, cost));
    }

    private double wordCost(int word) {
        return LetterName.is(grammar.words().get(word)) ? 0 : WORD_COST;
    }

    /** Adds one pronunciation in all its variants to the tree, and returns where these end. */
    private Set<Integer> branches(int state, int to, int[] sound, WordTree tree) {
        Set<Integer> at = Set.of(WordTree.ROOT);
        for (int k = 0; k < sound.length; k++) {
            Set<Integer> next = new LinkedHashSet<>();
            for (int unit : units(state, to, sound, k)) {
                at.forEach(node -> next.add(tree.grow(node, unit)));
            }
            at = next;
        }
        return at;
    }

    /** The units that a phone can sound as; more than one only at the edges of a word. */
    private Set<Integer> units(int state, int to, int[] sound, int k) {
        boolean first = k == 0;
        boolean last = k == sound.length - 1;
        Phones.Place place = first && last
                ? Phones.Place.SINGLE
                : first ? Phones.Place.BEGIN : last ? Phones.Place.END : Phones.Place.INSIDE;
        Set<Integer> units = new TreeSet<>();
        for (int left : first ? edges.before(state) : new int[] {sound[k - 1]}) {
            for (int right : last ? edges.after(to) : new int[] {sound[k + 1]}) {
                units.add(phones.between(sound[k], left, right, place));
            }
        }
        return units;
    }

    private void addFillers(int state) {
        for (int i = 0; i < FILLERS.length; i++) {
            Integer phone = phones.number(FILLERS[i]);
            if (phone != null) {
                arcs.add(chain(state, phones.alone(phone), FILLER_COSTS[i]), state, -1, 0, 0);
            }
        }
    }

    /** Any phone after any other, each equally likely: what fits better than all that the bot knows is not the bot's. */
    private int addLoop() {
        int loop = newState();
        arcs.add(0, loop, -1, grammar.words().size() + 1, 0);
        addFillers(loop);
        arcs.beginLoop();
        int speech = 0;
        for (int phone = 0; phone < phones.count(); phone++) {
            speech += phones.isSpeech(phone) ? 1 : 0;
        }
        for (int phone = 0; phone < phones.count(); phone++) {
            if (phones.isSpeech(phone)) {
                arcs.add(chain(loop, phones.alone(phone), Math.log(speech)), loop, -1, 0, 0);
            }
        }
        arcs.endLoop();
        return loop;
    }

    /** Adds the three states of a unit and returns the last. */
    private int chain(int from, int unit, double cost) {
        int phone = phones.phoneOfUnit(unit);
        int at = from;
        for (int state = 0; state < Phones.STATES; state++) {
            int next = newState();
            double stay = model.stay(phone, state);
            int senone = phones.senone(unit, state);
            arcs.add(at, next, senone, 0, -Math.log(1 - stay) + (state == 0 ? cost : 0));
            arcs.add(next, next, senone, 0, -Math.log(stay));
            at = next;
        }
        return at;
    }

    private int newState() {
        return states++;
    }
}
