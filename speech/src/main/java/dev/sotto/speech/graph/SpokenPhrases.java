package dev.sotto.speech.graph;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * What may be said to a bot as a list of phrases, for recognisers that learn from one which words follow each other: drawn
 * from the grammar of the bot as often as it says, always the same ones. Every word of the grammar is in the list.
 */
public final class SpokenPhrases {

    private static final int DRAWN = 3_000;
    private static final int DRAWN_ANSWERS = 600;
    private static final int LONGEST = 60;
    private static final long SEED = 1;

    private final Grammar grammar;
    private final List<String> names;
    private final SplittableRandom random = new SplittableRandom(SEED);

    private SpokenPhrases(Grammar grammar) {
        this.grammar = grammar;
        this.names = grammar.words();
    }

    /**
     * Returns what may be said to a bot at any time.
     *
     * @param canBeHeard whether a word can
     */
    public static List<List<String>> of(TrainingSet bot, Predicate<String> canBeHeard) {
        return new SpokenPhrases(BotGrammar.of(bot, canBeHeard)).draw(DRAWN);
    }

    /** Returns what may be answered when the bot asks for a value, by type. */
    public static Map<SlotTypeName, List<List<String>>> answers(TrainingSet bot, Predicate<String> canBeHeard) {
        Map<SlotTypeName, Grammar> grammars = new LinkedHashMap<>(PromptGrammar.builtIn(bot.locale(), canBeHeard));
        grammars.putAll(PromptGrammar.of(bot, canBeHeard));
        Map<SlotTypeName, List<List<String>>> answers = new LinkedHashMap<>();
        grammars.forEach((type, grammar) -> answers.put(type, new SpokenPhrases(grammar).draw(DRAWN_ANSWERS)));
        return answers;
    }

    private List<List<String>> draw(int count) {
        Set<List<String>> phrases = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>(grammar.words());
        for (int i = 0; i < count; i++) {
            List<String> phrase = walk();
            if (!phrase.isEmpty()) {
                phrases.add(phrase);
                phrase.forEach(missing::remove);
            }
        }
        missing.forEach(word -> phrases.add(List.of(word)));
        return List.copyOf(phrases);
    }

    /** Returns the words of one way through the grammar, or none if it was too long. */
    private List<String> walk() {
        List<String> words = new ArrayList<>();
        int state = 0;
        for (int i = 0; i < LONGEST; i++) {
            List<Grammar.Step> steps = grammar.from(state);
            double[] shares = new double[steps.size()];
            double sum = Math.exp(-grammar.end(state));
            for (int k = 0; k < shares.length; k++) {
                shares[k] = Math.exp(-steps.get(k).cost());
                sum += shares[k];
            }
            double chosen = random.nextDouble() * sum;
            int next = -1;
            for (int k = 0; k < shares.length && next < 0; k++) {
                chosen -= shares[k];
                next = chosen < 0 ? k : -1;
            }
            if (next < 0) {
                return words;
            }
            Grammar.Step step = steps.get(next);
            if (!step.isSilent()) {
                words.add(names.get(step.word()));
            }
            state = step.to();
        }
        return List.of();
    }
}
