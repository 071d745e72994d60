package dev.sotto.nlu.reading;

import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.intent.IntentClassifier;
import dev.sotto.nlu.text.SentenceSplitter;
import dev.sotto.nlu.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ranks the intents of a bot for an utterance. Immutable and safe for many threads at once. */
final class Ranking {

    /** From this confidence on, an intent is clear enough to leave a question unanswered for it. */
    static final double SURE = 0.8;

    /** The most confidence that anything but the words of a sample utterance can have; those have 1. */
    private static final double MOST = 0.999;

    private static final double BESIDE_A_SAMPLE = 0.99;

    /** More sentences than this are read as one text only. */
    private static final int MAX_SENTENCES = 6;

    /** An intent and its confidence. */
    record Entry(IntentName intent, double confidence) {}

    private final List<IntentName> classes;
    private final IntentClassifier classifier;
    private final SentenceSplitter sentences;
    private final double threshold;
    private final Map<String, IntentName> samples = new HashMap<>();

    Ranking(TrainingSet set, IntentClassifier classifier, SentenceSplitter sentences) {
        this.classes = TrainingTexts.classes(set);
        this.classifier = classifier;
        this.sentences = sentences;
        this.threshold = set.threshold();
        Set<String> shared = new HashSet<>();
        TrainingTexts.verbatim(set).forEach((key, intents) -> {
            if (intents.size() > 1) {
                shared.add(key);
            } else {
                samples.put(key, intents.iterator().next());
            }
        });
        samples.keySet().removeAll(shared);
    }

    /** Returns all intents with examples, the likeliest first; none for an utterance without a letter or digit. */
    List<Entry> rank(String text, Words words) {
        String key = words.key();
        if (key.isEmpty() || classes.isEmpty()) {
            return List.of();
        }
        double[] confidences = classifier.confidences(text);
        IntentName same = samples.get(key);
        if (same == null && highest(confidences) < threshold) {
            confidences = bestSentence(text, confidences);
        }
        List<Entry> ranked = new ArrayList<>(confidences.length);
        for (int k = 0; k < confidences.length; k++) {
            boolean verbatim = classes.get(k).equals(same);
            ranked.add(new Entry(
                    classes.get(k), verbatim ? 1.0 : Math.min(confidences[k], same == null ? MOST : BESIDE_A_SAMPLE)));
        }
        ranked.sort(Comparator.comparingDouble(Entry::confidence).reversed().thenComparing(Entry::intent));
        return ranked;
    }

    private double[] bestSentence(String text, double[] whole) {
        List<String> parts = sentences.split(text);
        double[] best = whole;
        if (parts.size() > 1 && parts.size() <= MAX_SENTENCES) {
            for (String part : parts) {
                double[] confidences = classifier.confidences(part);
                if (highest(confidences) > highest(best)) {
                    best = confidences;
                }
            }
        }
        return best;
    }

    private static double highest(double[] confidences) {
        double highest = 0;
        for (double confidence : confidences) {
            highest = Math.max(highest, confidence);
        }
        return highest;
    }
}
