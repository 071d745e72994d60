package dev.sotto.nlu;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a model of one bot in one locale is trained from: the author's words, never a caller's.
 *
 * @param locale the language of it
 * @param intents what people may want; at least one
 * @param types the bot's own slot types
 * @param threshold the confidence, 0 to 1, below which the bot says that it did not understand
 */
public record TrainingSet(Locale locale, List<Intent> intents, List<SlotType> types, double threshold) {

    public TrainingSet {
        intents = List.copyOf(intents);
        types = List.copyOf(types);
        if (intents.isEmpty() || !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("expected at least one intent and a threshold in 0..1");
        }
    }

    /**
     * An intent with its sample utterances.
     *
     * @param name unique in the set
     * @param examples may be empty for an intent that only other intents or hooks lead to
     * @param slots its slots and their types, by name
     * @param multiple those of them that take several values at once
     */
    public record Intent(
            IntentName name, List<Example> examples, Map<SlotName, SlotTypeName> slots, Set<SlotName> multiple) {

        public Intent {
            examples = List.copyOf(examples);
            slots = Map.copyOf(slots);
            multiple = Set.copyOf(multiple);
        }

        /** An intent whose slots take one value each. */
        public Intent(IntentName name, List<Example> examples, Map<SlotName, SlotTypeName> slots) {
            this(name, examples, slots, Set.of());
        }
    }

    /**
     * A slot type of the bot's own.
     *
     * @param name unique in the set
     * @param values the canonical values with their synonyms, in the author's order
     * @param open whether values that are not listed are accepted as said: names, streets, things the author cannot list
     * @param pattern what codes look like that are values too; see {@link dev.sotto.nlu.value.CodePattern}
     * @param grammar phrases that are values too; see {@link dev.sotto.nlu.value.Grammar}
     */
    public record SlotType(
            SlotTypeName name, List<Entry> values, boolean open, Optional<String> pattern, Optional<String> grammar) {

        public SlotType {
            values = List.copyOf(values);
        }

        /** A type without a grammar. */
        public SlotType(SlotTypeName name, List<Entry> values, boolean open, Optional<String> pattern) {
            this(name, values, open, pattern, Optional.empty());
        }

        /** A type without a pattern. */
        public SlotType(SlotTypeName name, List<Entry> values, boolean open) {
            this(name, values, open, Optional.empty());
        }
    }

    /** A canonical value and the other words for it. */
    public record Entry(String value, List<String> synonyms) {

        public Entry {
            synonyms = List.copyOf(synonyms);
        }
    }
}
