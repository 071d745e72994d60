package dev.sotto.speech.official;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.EarPlan;
import dev.sotto.speech.graph.PromptGrammar;
import dev.sotto.speech.graph.SpokenPhrases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** An installed model whose files were looked at, all of them, and can be listened with. Safe for many threads. */
public final class OfficialModel {

    private final InstalledModel installed;
    private final NumberedModel numbered;
    private final SymbolTable words;
    private final PhraseNumbers numbers;

    OfficialModel(InstalledModel installed, NumberedModel numbered, SymbolTable words) {
        this.installed = installed;
        this.numbered = numbered;
        this.words = words;
        this.numbers = new PhraseNumbers(words, numbered.unknown());
    }

    /** Returns what is known of it. */
    public InstalledModel installed() {
        return installed;
    }

    /** Returns what hears all that the model knows, whatever the bot. */
    public EarPlan hearing(Locale locale) {
        return new Plan(capabilities(locale, Set.of()), OfficialParts.whole(numbered, words.highest()), Map.of());
    }

    /**
     * Returns what hears some phrases and nothing else, in any order; what is none of them is rejected, if the model has a
     * word for that.
     *
     * @param phrases words each; words that the model does not have are left out
     * @throws IllegalStateException for a model that takes no grammar
     * @throws IllegalArgumentException if no word is left
     * @throws IOException if the grammar cannot be written
     */
    public EarPlan hearing(Locale locale, Collection<List<String>> phrases) throws IOException {
        if (installed.kind() != ModelKind.RUN_TIME_GRAMMAR) {
            throw new IllegalStateException("a grammar for a model that takes none");
        }
        return new Plan(capabilities(locale, Set.of(Capabilities.Feature.GRAMMAR)), grammar(phrases), Map.of());
    }

    /**
     * Returns what hears one bot: with a grammar of its words, and of what it has just asked for, if the model takes one;
     * else all that the model knows.
     *
     * @param locale of the bot
     * @throws IllegalArgumentException if the model has none of the bot's words
     * @throws IOException if a grammar cannot be written
     */
    public EarPlan hearing(Locale locale, TrainingSet bot) throws IOException {
        if (installed.kind() != ModelKind.RUN_TIME_GRAMMAR) {
            return hearing(locale);
        }
        Predicate<String> known = word -> numbers.of(word).isPresent();
        List<List<String>> always = SpokenPhrases.of(bot, known);
        EarPart main = grammar(always);
        Map<SlotTypeName, EarPart> answers = new HashMap<>();
        for (Map.Entry<SlotTypeName, List<List<String>>> answer :
                SpokenPhrases.answers(bot, known).entrySet()) {
            List<List<String>> both = new ArrayList<>(answer.getValue());
            both.addAll(always);
            answers.put(answer.getKey(), grammar(both));
        }
        Set<Capabilities.Feature> features = Set.of(Capabilities.Feature.HINTS, Capabilities.Feature.GRAMMAR);
        return new Plan(capabilities(locale, features), main, answers);
    }

    private EarPart grammar(Collection<List<String>> phrases) throws IOException {
        return OfficialParts.grammar(numbered, words.highest(), numbers.lines(phrases));
    }

    private static Capabilities capabilities(Locale locale, Set<Capabilities.Feature> more) {
        Set<Capabilities.Feature> features = EnumSet.of(Capabilities.Feature.PARTIALS);
        features.addAll(more);
        return new Capabilities(Set.of(locale), AudioFormat.HEARD, features);
    }

    private final class Plan implements EarPlan {

        private final Capabilities capabilities;
        private final EarPart main;
        private final Map<SlotTypeName, EarPart> answers;

        Plan(Capabilities capabilities, EarPart main, Map<SlotTypeName, EarPart> answers) {
            this.capabilities = capabilities;
            this.main = main;
            this.answers = Map.copyOf(answers);
        }

        @Override
        public Capabilities capabilities() {
            return capabilities;
        }

        @Override
        public List<EarPart> parts(Hints hints) {
            return List.of(hints.asked().map(this::answers).orElse(main));
        }

        private EarPart answers(SlotTypeName type) {
            return answers.getOrDefault(type, answers.getOrDefault(PromptGrammar.soundsLike(type), main));
        }

        @Override
        public List<String> words(EarPart spoken, List<Integer> numbers) {
            return word(numbers);
        }
    }

    private List<String> word(List<Integer> spoken) {
        for (int number : spoken) {
            if (number < 1
                    || number > words.highest()
                    || words.words().get(number).isEmpty()) {
                throw new IllegalArgumentException("a word that the model does not have");
            }
        }
        return spoken.stream().map(number -> words.words().get(number)).toList();
    }
}
