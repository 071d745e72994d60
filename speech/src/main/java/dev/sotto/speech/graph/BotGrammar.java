package dev.sotto.speech.graph;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.value.BuiltInTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The grammar of what can be said to a bot: its sample utterances, with any value in the place of a slot. Words that cannot
 * be heard leave out the value or the sample that they stand in.
 */
public final class BotGrammar {

    private final TrainingSet bot;
    private final Predicate<String> canBeHeard;
    private final Map<SlotTypeName, Set<List<String>>> typeValues = new HashMap<>();

    private BotGrammar(TrainingSet bot, Predicate<String> canBeHeard) {
        this.bot = bot;
        this.canBeHeard = canBeHeard;
    }

    /** Returns the grammar of a bot. */
    public static Grammar of(TrainingSet bot, Pronunciations pronunciations) {
        return of(bot, pronunciations::has);
    }

    /**
     * Returns the grammar of a bot.
     *
     * @param canBeHeard whether a word can
     */
    static Grammar of(TrainingSet bot, Predicate<String> canBeHeard) {
        return new BotGrammar(bot, canBeHeard).grammar();
    }

    /** Returns the words of each value that can be heard, by type, as far as a bot lists or mentions them. */
    static Map<SlotTypeName, Set<List<String>>> values(TrainingSet bot, Predicate<String> canBeHeard) {
        BotGrammar grammar = new BotGrammar(bot, canBeHeard);
        grammar.findValues();
        return grammar.typeValues;
    }

    private void findValues() {
        bot.types().forEach(type -> typeValues.put(type.name(), values(type)));
        bot.intents().forEach(this::addKnownValues);
        bot.intents().forEach(this::addExampleValues);
    }

    /** Countries and the like, of which there is a list that no bot has to write. */
    private void addKnownValues(TrainingSet.Intent intent) {
        for (SlotTypeName type : intent.slots().values()) {
            for (String value : BuiltInTypes.known(type, bot.locale())) {
                addValue(value, typeValues.computeIfAbsent(type, any -> new LinkedHashSet<>()));
            }
        }
    }

    private Grammar grammar() {
        findValues();
        Grammar grammar = new Grammar();
        double samples = bot.intents().stream()
                .mapToInt(intent -> intent.examples().size())
                .sum();
        for (TrainingSet.Intent intent : bot.intents()) {
            Map<SlotName, List<List<String>>> values = new LinkedHashMap<>();
            intent.slots()
                    .forEach((slot, type) -> values.put(slot, List.copyOf(typeValues.getOrDefault(type, Set.of()))));
            List<Wording> wordings = intent.examples().stream()
                    .map(this::wording)
                    .filter(wording -> canBeSaid(wording, values, intent.slots()))
                    .toList();
            ClassGrammar.add(
                    grammar,
                    wordings,
                    values,
                    intent.slots(),
                    -Math.log(intent.examples().size() / samples));
        }
        return grammar;
    }

    private Set<List<String>> values(TrainingSet.SlotType type) {
        Set<List<String>> values = new LinkedHashSet<>();
        for (TrainingSet.Entry entry : type.values()) {
            addValue(entry.value(), values);
            entry.synonyms().forEach(synonym -> addValue(synonym, values));
        }
        return values;
    }

    /** A value in a sample is a value of its slot, listed or not. */
    private void addExampleValues(TrainingSet.Intent intent) {
        for (Example example : intent.examples()) {
            for (Example.Part part : example.parts()) {
                if (part instanceof Example.Value value && intent.slots().containsKey(value.slot())) {
                    SlotTypeName type = intent.slots().get(value.slot());
                    addValue(value.text(), typeValues.computeIfAbsent(type, any -> new LinkedHashSet<>()));
                }
            }
        }
    }

    private void addValue(String text, Set<List<String>> values) {
        List<String> words = SpokenText.words(text);
        if (!words.isEmpty() && canBeHeard(words)) {
            values.add(words);
        }
    }

    private Wording wording(Example example) {
        List<Wording.Token> tokens = new ArrayList<>();
        for (Example.Part part : example.parts()) {
            if (part instanceof Example.Text text) {
                SpokenText.words(text.text()).forEach(word -> tokens.add(new Wording.Word(word)));
            } else if (part instanceof Example.Value value) {
                tokens.add(new Wording.Place(value.slot()));
            } else if (part instanceof Example.Placeholder place) {
                tokens.add(new Wording.Place(place.slot()));
            }
        }
        return new Wording(tokens);
    }

    private boolean canBeSaid(
            Wording wording, Map<SlotName, List<List<String>>> values, Map<SlotName, SlotTypeName> types) {
        return !wording.tokens().isEmpty()
                && wording.tokens().stream().allMatch(token -> {
                    if (token instanceof Wording.Place place) {
                        SlotTypeName type = types.get(place.slot());
                        return (type != null && ValueGrammar.knows(type))
                                || !values.getOrDefault(place.slot(), List.of()).isEmpty();
                    }
                    return !(token instanceof Wording.Word word) || canBeHeard(List.of(word.text()));
                });
    }

    private boolean canBeHeard(List<String> words) {
        return words.stream().allMatch(canBeHeard);
    }
}
