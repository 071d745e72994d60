package dev.sotto.bot.build;

import dev.sotto.bot.Intent;
import dev.sotto.nlu.Example;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.yaml.NearestName;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what can only be seen when all intents and types are known. */
final class BotChecks {

    private final Map<String, TrainingSet.SlotType> types;
    private final Problems problems;

    private BotChecks(List<TrainingSet.SlotType> types, Problems problems) {
        this.types = types.stream()
                .collect(Collectors.toMap(type -> type.name().value(), type -> type, (first, second) -> first));
        this.problems = problems;
    }

    static void check(List<PlacedIntent> intents, List<TrainingSet.SlotType> types, Problems problems) {
        BotChecks checks = new BotChecks(types, problems);
        checks.sharedSamples(intents);
        checks.unreachable(intents);
        intents.forEach(checks::annotations);
    }

    private void sharedSamples(List<PlacedIntent> intents) {
        Map<String, PlacedIntent> owners = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (PlacedIntent placed : intents) {
            for (PlacedIntent.Sample sample : placed.says()) {
                String words = spoken(sample.example());
                PlacedIntent owner = owners.putIfAbsent(words, placed);
                lines.putIfAbsent(words, sample.position().line());
                if (owner != null && !owner.position().equals(placed.position())) {
                    String found = "a sample utterance that line " + lines.get(words) + " gives to \""
                            + owner.intent().name() + "\"";
                    problems.add(sample.position(), "sample.shared", found, "each sample under one intent");
                }
            }
        }
    }

    /** A hook may lead to any intent; without hooks only sample utterances do. */
    private void unreachable(List<PlacedIntent> intents) {
        for (PlacedIntent placed : intents) {
            boolean led = intents.stream()
                    .filter(other -> !other.position().equals(placed.position()))
                    .anyMatch(other -> callsOut(other.intent()));
            if (placed.says().isEmpty() && !led) {
                String found = "the intent \"" + placed.intent().name() + "\" without sample utterances";
                problems.add(
                        placed.position(), "intent.unreachable", found, "the key \"says\", for no hook leads here");
            }
        }
    }

    private static boolean callsOut(Intent intent) {
        return intent.dialogHook().isPresent() || intent.fulfilmentHook().isPresent();
    }

    /** The words of an annotation must be a value of the slot's type, if that is a closed list. */
    private void annotations(PlacedIntent placed) {
        Map<SlotName, TrainingSet.SlotType> closed = new HashMap<>();
        placed.intent()
                .slots()
                .forEach(slot -> Optional.ofNullable(types.get(slot.type().value()))
                        .filter(type -> !type.open())
                        .ifPresent(type -> closed.put(slot.name(), type)));
        for (PlacedIntent.Sample sample : placed.says()) {
            for (Example.Part part : sample.example().parts()) {
                if (part instanceof Example.Value value && closed.containsKey(value.slot())) {
                    noteForeign(sample, value, closed.get(value.slot()));
                }
            }
        }
    }

    private void noteForeign(PlacedIntent.Sample sample, Example.Value value, TrainingSet.SlotType type) {
        Set<String> words = new HashSet<>();
        for (TrainingSet.Entry entry : type.values()) {
            words.add(TypeReader.folded(entry.value()));
            entry.synonyms().forEach(synonym -> words.add(TypeReader.folded(synonym)));
        }
        String said = TypeReader.folded(value.text());
        if (!words.contains(said)) {
            String found = "\"" + value.text() + "\" as an example of " + type.name();
            String expected = "a value of " + type.name() + " or a word for one";
            Optional<String> nearest = NearestName.of(said, words);
            problems.add(new Problem(sample.position(), "sample.foreign_value", found, expected, nearest));
        }
    }

    /** Returns the utterance as it is compared: what is said, each slot only a place. */
    private static String spoken(Example example) {
        StringBuilder words = new StringBuilder();
        for (Example.Part part : example.parts()) {
            if (part instanceof Example.Text text) {
                words.append(text.text());
            } else if (part instanceof Example.Value value) {
                words.append(value.text());
            } else {
                words.append("{}");
            }
        }
        return TypeReader.folded(words.toString().replaceAll("[.,!?;:]", " "));
    }
}
