package dev.sotto.nlu.reading;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.intent.Sample;
import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The author's examples as texts that a model learns from. */
public final class TrainingTexts {

    /** Ways an example with placeholders is filled in. */
    private static final int VARIANTS = 3;

    /** From this many examples with slot values on, a tagger knows better than rules about the words beside them. */
    private static final int ENOUGH_TO_TAG = 300;

    private static final List<String> NAMES = List.of("Alex", "Priya Shah", "the north street one");

    private TrainingTexts() {}

    /** Returns the intents that have examples, in the order of the set: the classes of a classifier. */
    public static List<IntentName> classes(TrainingSet set) {
        return set.intents().stream()
                .filter(intent -> !intent.examples().isEmpty())
                .map(TrainingSet.Intent::name)
                .toList();
    }

    /** Returns a text for each example and, where one has placeholders, for a few ways to fill them. */
    public static List<AnnotatedText> texts(TrainingSet set) {
        List<AnnotatedText> texts = new ArrayList<>();
        Samples samples = Samples.of(set.locale());
        int group = 0;
        for (TrainingSet.Intent intent : set.intents()) {
            for (Example example : intent.examples()) {
                Set<AnnotatedText> variants = new LinkedHashSet<>();
                for (int variant = 0; variant < VARIANTS; variant++) {
                    variants.add(text(set, samples, intent, example, group, group + variant));
                }
                texts.addAll(variants);
                group++;
            }
        }
        return texts;
    }

    /** Returns whether there are so many examples with slot values that a tagger knows better than rules. */
    public static boolean suffice(List<AnnotatedText> texts) {
        return texts.stream()
                        .filter(text -> !text.values().isEmpty())
                        .mapToInt(AnnotatedText::group)
                        .distinct()
                        .count()
                >= ENOUGH_TO_TAG;
    }

    /** Returns the same texts as samples, labelled with their place among the classes. */
    public static List<Sample> samples(TrainingSet set) {
        Map<IntentName, Integer> labels = new LinkedHashMap<>();
        classes(set).forEach(intent -> labels.put(intent, labels.size()));
        return texts(set).stream()
                .map(text -> new Sample(text.text(), labels.getOrDefault(text.intent(), 0), text.group()))
                .toList();
    }

    /** Returns the lines that belong to no bot in the language of the set; none if there are none. */
    public static List<String> background(TrainingSet set) {
        return LanguageResource.lines(Sample.class, "background", set.locale()).orElse(List.of());
    }

    /** Returns the keys of the examples without placeholders, with the intents they stand in. */
    static Map<String, Set<IntentName>> verbatim(TrainingSet set) {
        Map<String, Set<IntentName>> keys = new LinkedHashMap<>();
        Samples samples = Samples.of(set.locale());
        for (TrainingSet.Intent intent : set.intents()) {
            for (Example example : intent.examples()) {
                if (example.parts().stream().noneMatch(Example.Placeholder.class::isInstance)) {
                    String key = Words.of(
                                    text(set, samples, intent, example, 0, 0).text())
                            .key();
                    keys.computeIfAbsent(key, k -> new TreeSet<>()).add(intent.name());
                }
            }
        }
        return keys;
    }

    private static AnnotatedText text(
            TrainingSet set, Samples samples, TrainingSet.Intent intent, Example example, int group, int turn) {
        StringBuilder text = new StringBuilder();
        List<AnnotatedText.Place> places = new ArrayList<>();
        for (Example.Part part : example.parts()) {
            int start = text.length();
            if (part instanceof Example.Text words) {
                text.append(words.text());
            } else if (part instanceof Example.Value value) {
                text.append(value.text());
                places.add(new AnnotatedText.Place(value.slot(), start, text.length()));
            } else if (part instanceof Example.Placeholder place) {
                List<String> values = values(set, samples, intent.slots().get(place.slot()));
                text.append(values.get(Math.floorMod(turn, values.size())));
                places.add(new AnnotatedText.Place(place.slot(), start, text.length()));
            }
        }
        return new AnnotatedText(intent.name(), text.toString(), places, group);
    }

    private static List<String> values(TrainingSet set, Samples samples, @Nullable SlotTypeName type) {
        List<String> values = new ArrayList<>(type == null ? List.of() : samples.values(type));
        for (TrainingSet.SlotType own : set.types()) {
            if (own.name().equals(type)) {
                own.values().forEach(entry -> values.add(entry.value()));
            }
        }
        return values.isEmpty() ? NAMES : values;
    }
}
