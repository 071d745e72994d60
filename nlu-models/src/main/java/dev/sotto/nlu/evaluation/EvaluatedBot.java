package dev.sotto.nlu.evaluation;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.sensitive.Utterance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A bot made of labelled texts: one intent for each label, one slot with an open type of its own for each span name.
 * Labels may be any text, so the bot's own names are numbered. Immutable.
 */
final class EvaluatedBot {

    private final Map<String, IntentName> intents = new LinkedHashMap<>();
    private final Map<String, SlotName> slots = new LinkedHashMap<>();
    private final TrainingSet set;

    /** @param training with at least one text that is not blank */
    EvaluatedBot(Locale locale, List<LabelledText> training) {
        Map<String, List<Example>> examples = new LinkedHashMap<>();
        Map<String, Map<SlotName, SlotTypeName>> slotsOf = new LinkedHashMap<>();
        Map<SlotName, Set<String>> values = new LinkedHashMap<>();
        for (LabelledText row : training) {
            if (row.text().isBlank()) {
                continue;
            }
            intents.computeIfAbsent(row.intent(), label -> new IntentName("intent-" + intents.size()));
            Map<SlotName, SlotTypeName> ofIntent = slotsOf.computeIfAbsent(row.intent(), i -> new LinkedHashMap<>());
            for (LabelledText.Span span : row.spans()) {
                SlotName slot = slots.computeIfAbsent(span.name(), label -> new SlotName("slot-" + slots.size()));
                ofIntent.put(slot, type(slot));
                values.computeIfAbsent(slot, name -> new LinkedHashSet<>())
                        .add(row.text().substring(span.start(), span.end()));
            }
            examples.computeIfAbsent(row.intent(), label -> new ArrayList<>()).add(example(row));
        }
        List<TrainingSet.Intent> all = new ArrayList<>();
        intents.forEach((label, name) -> all.add(new TrainingSet.Intent(
                name, examples.getOrDefault(label, List.of()), slotsOf.getOrDefault(label, Map.of()))));
        List<TrainingSet.SlotType> types = new ArrayList<>();
        values.forEach((slot, said) -> types.add(new TrainingSet.SlotType(
                type(slot),
                said.stream()
                        .map(value -> new TrainingSet.Entry(value, List.of()))
                        .toList(),
                true)));
        set = new TrainingSet(locale, all, types, 0);
    }

    private static SlotTypeName type(SlotName slot) {
        return new SlotTypeName(slot.value());
    }

    private Example example(LabelledText row) {
        List<Example.Part> parts = new ArrayList<>();
        int at = 0;
        for (LabelledText.Span span : row.spans()) {
            if (span.start() > at) {
                parts.add(new Example.Text(row.text().substring(at, span.start())));
            }
            String value = row.text().substring(span.start(), span.end());
            parts.add(new Example.Value(slots.getOrDefault(span.name(), new SlotName("none")), value));
            at = span.end();
        }
        if (at < row.text().length()) {
            parts.add(new Example.Text(row.text().substring(at)));
        }
        return new Example(parts);
    }

    TrainingSet set() {
        return set;
    }

    /** Returns the bot's name of a label; one that no text of the bot has, if it does not know the label. */
    IntentName intent(String label) {
        return intents.getOrDefault(label, new IntentName("unknown"));
    }

    /** Returns the bot's name of a span name, likewise. */
    SlotName slot(String name) {
        return slots.getOrDefault(name, new SlotName("unknown"));
    }

    /** Returns what the bot takes a text for, nothing rejected. */
    static Optional<Interpretation> understand(Interpreter interpreter, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return interpreter
                .understand(Heard.typed(new Utterance(text)), new Expectation.Anything(), Moment.EXAMPLE)
                .best();
    }
}
