package dev.sotto.speech.graph;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.nlu.value.YesNoParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The grammars of answers: what is said when a bot has asked for something, a value by itself or with a few words around
 * it. Small beside that of a whole bot, and far surer where it fits.
 */
public final class PromptGrammar {

    private static final List<List<String>> BEFORE = phrases(
            "it's",
            "it is",
            "that's",
            "that is",
            "i'd like",
            "i would like",
            "i want",
            "make it",
            "make that",
            "to",
            "for",
            "on",
            "at",
            "a",
            "an",
            "the",
            "some");
    private static final List<List<String>> AFTER = phrases("please", "thanks", "thank you");
    private static final Set<String> NOISES =
            Set.of("uh", "huh", "mm", "hm", "mhm", "mmhmm", "nuh", "ya", "yah", "yea");
    private static final double WITH_WORDS_BEFORE = 2;
    private static final double WITH_WORDS_AFTER = 2;

    private PromptGrammar() {}

    /** Returns the grammars of answers with values of built-in types, the same for all bots, by type. */
    public static Map<SlotTypeName, Grammar> builtIn(Locale locale, Pronunciations pronunciations) {
        return builtIn(locale, pronunciations::has);
    }

    static Map<SlotTypeName, Grammar> builtIn(Locale locale, Predicate<String> canBeHeard) {
        Map<SlotTypeName, Grammar> grammars = new LinkedHashMap<>();
        grammars.put(BuiltInTypes.YES_NO, yesNo(locale, canBeHeard));
        for (SlotTypeName type : BuiltInTypes.names()) {
            if (ValueGrammar.knows(type) && ValueGrammar.soundsLike(type).equals(type)) {
                Frame frame = new Frame(BEFORE);
                new ValueGrammar(frame.grammar).add(type, frame.from, frame.to, 0);
                grammars.put(type, frame.grammar);
            }
        }
        return grammars;
    }

    /** Returns the type whose grammar serves for a built-in type as well. */
    public static SlotTypeName soundsLike(SlotTypeName type) {
        return ValueGrammar.soundsLike(type);
    }

    /** Returns the grammars of answers with values that a bot lists, by type. */
    public static Map<SlotTypeName, Grammar> of(TrainingSet bot, Pronunciations pronunciations) {
        return of(bot, pronunciations::has);
    }

    static Map<SlotTypeName, Grammar> of(TrainingSet bot, Predicate<String> canBeHeard) {
        Map<SlotTypeName, Grammar> grammars = new LinkedHashMap<>();
        BotGrammar.values(bot, canBeHeard).forEach((type, values) -> {
            if (!values.isEmpty() && !ValueGrammar.knows(type)) {
                Frame frame = new Frame(BEFORE);
                ListGrammar.add(frame.grammar, values, frame.from, frame.to, 0);
                grammars.put(type, frame.grammar);
            }
        });
        return grammars;
    }

    private static Grammar yesNo(Locale locale, Predicate<String> canBeHeard) {
        Collection<List<String>> phrases = new ArrayList<>();
        for (String phrase : YesNoParser.phrases(locale)) {
            List<String> words = SpokenText.words(phrase);
            if (words.stream().allMatch(word -> canBeHeard.test(word) && !isHardlyAWord(word))) {
                phrases.add(words);
            }
        }
        Frame frame = new Frame(List.of());
        ListGrammar.add(frame.grammar, phrases, frame.from, frame.to, 0);
        ListGrammar.add(frame.grammar, phrases, frame.to, frame.end, WITH_WORDS_AFTER + Math.log(phrases.size()));
        return frame.grammar;
    }

    /** Sounds that are no words, and letters, are heard in any breath. */
    private static boolean isHardlyAWord(String word) {
        return NOISES.contains(word) || (word.length() == 1 && !word.equals("a") && !word.equals("i"));
    }

    /** What stands around a value: states before and behind it. */
    private static final class Frame {

        private final Grammar grammar = new Grammar();
        private final int from = grammar.newState();
        private final int to = grammar.newState();
        private final int end = grammar.newState();

        /**
         * @param before what may be said before the value, up to twice
         */
        Frame(List<List<String>> before) {
            grammar.silentStep(0, from, 0);
            if (!before.isEmpty()) {
                int second = grammar.newState();
                ListGrammar.add(grammar, before, 0, second, WITH_WORDS_BEFORE);
                grammar.silentStep(second, from, 0);
                ListGrammar.add(grammar, before, second, from, WITH_WORDS_BEFORE);
            }
            ListGrammar.add(grammar, AFTER, to, end, WITH_WORDS_AFTER);
            grammar.end(to, 0);
            grammar.end(end, 0);
        }
    }

    private static List<List<String>> phrases(String... phrases) {
        return List.of(phrases).stream().map(SpokenText::words).toList();
    }
}
