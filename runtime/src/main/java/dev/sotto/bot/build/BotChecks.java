package dev.sotto.bot.build;

import dev.sotto.bot.Intent;
import dev.sotto.bot.Slot;
import dev.sotto.nlu.Example;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.nlu.value.CodePattern;
import dev.sotto.nlu.value.Grammar;
import dev.sotto.nlu.value.PatternParser;
import dev.sotto.nlu.value.Spoken;
import dev.sotto.nlu.value.ValueParser;
import dev.sotto.yaml.NearestName;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what can only be seen when all intents and types are known. */
final class BotChecks {

    private final Map<String, TrainingSet.SlotType> types;
    private final Locale locale;
    private final Problems problems;

    private BotChecks(List<TrainingSet.SlotType> types, Locale locale, Problems problems) {
        this.locale = locale;
        this.types = types.stream()
                .collect(Collectors.toMap(type -> type.name().value(), type -> type, (first, second) -> first));
        this.problems = problems;
    }

    static void check(List<PlacedIntent> intents, List<TrainingSet.SlotType> types, Locale locale, Problems problems) {
        BotChecks checks = new BotChecks(types, locale, problems);
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

    /** Sample utterances, passages and hooks lead to an intent; a hook may lead to any. */
    private void unreachable(List<PlacedIntent> intents) {
        List<Intent> all = intents.stream().map(PlacedIntent::intent).toList();
        for (PlacedIntent placed : intents) {
            boolean wish = placed.intent().role() == Intent.Role.WISH;
            if (wish && placed.written() == 0 && !Reachability.isLedTo(placed.intent(), all)) {
                String found = "the intent \"" + placed.intent().name() + "\" without sample utterances";
                problems.add(
                        placed.position(),
                        "intent.unreachable",
                        found,
                        "the key \"says\", for no hook and no { start: … } leads here");
            }
        }
        if (all.stream().filter(intent -> intent.role() == Intent.Role.FALLBACK).count() > 1) {
            problems.add(intents.get(0).position(), "intent.fallback", "several fallback intents", "one");
        }
        intents.forEach(placed -> Reachability.unreachable(placed.intent())
                .forEach(found -> problems.add(
                        placed.position(), "passage.unreachable", found, "a way that leads there, or nothing there")));
    }

    /** The words of an annotation must be a value of the slot's type, unless that takes any words. */
    private void annotations(PlacedIntent placed) {
        Map<SlotName, SlotTypeName> slots = placed.intent().slots().stream()
                .collect(Collectors.toMap(Slot::name, Slot::type, (first, second) -> first));
        for (PlacedIntent.Sample sample : placed.says()) {
            for (Example.Part part : sample.example().parts()) {
                if (part instanceof Example.Value value && slots.containsKey(value.slot())) {
                    noteForeign(sample, value.text(), slots.get(value.slot()));
                }
            }
        }
    }

    private void noteForeign(PlacedIntent.Sample sample, String words, SlotTypeName name) {
        TrainingSet.SlotType own = types.get(name.value());
        Optional<ValueParser> parser = BuiltInTypes.isOpen(name) ? Optional.empty() : BuiltInTypes.parser(name, locale);
        Set<String> listed = own == null ? Set.of() : listed(own);
        String said = TypeReader.folded(words);
        boolean foreign = own != null && !own.open() && !listed.contains(said) && !isCode(own, words);
        if (foreign || (parser.isPresent() && !parser.map(p -> reads(p, words)).orElse(true))) {
            String found = "\"" + words + "\" as an example of " + name;
            String expected = "a value of " + name + " or a word for one";
            Optional<String> nearest = NearestName.of(said, listed);
            problems.add(new Problem(sample.position(), "sample.foreign_value", found, expected, nearest));
        }
    }

    private boolean isCode(TrainingSet.SlotType type, String words) {
        if (type.grammar().isPresent()) {
            return type.grammar()
                    .flatMap(grammar -> Grammar.of(grammar).value(words))
                    .isPresent();
        }
        return type.pattern()
                .map(pattern -> reads(new PatternParser(CodePattern.of(pattern), locale), words))
                .orElse(false);
    }

    private boolean reads(ValueParser parser, String text) {
        Words words = Words.of(text);
        return parser.parseWords(Spoken.of(words, locale, Moment.EXAMPLE), 0, ValueParser.Occasion.ASKED)
                .filter(value -> value.to() == words.size())
                .isPresent();
    }

    private static Set<String> listed(TrainingSet.SlotType type) {
        Set<String> words = new HashSet<>();
        for (TrainingSet.Entry entry : type.values()) {
            words.add(TypeReader.folded(entry.value()));
            entry.synonyms().forEach(synonym -> words.add(TypeReader.folded(synonym)));
        }
        return words;
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
