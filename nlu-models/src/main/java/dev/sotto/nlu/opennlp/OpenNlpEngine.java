package dev.sotto.nlu.opennlp;

import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.nlu.intent.CalibratedClassifier;
import dev.sotto.nlu.intent.Calibration;
import dev.sotto.nlu.intent.CrossFit;
import dev.sotto.nlu.intent.Familiarity;
import dev.sotto.nlu.intent.IntentClassifier;
import dev.sotto.nlu.intent.IntentLearner;
import dev.sotto.nlu.intent.IntentLearner.Effort;
import dev.sotto.nlu.intent.IntentScorer;
import dev.sotto.nlu.intent.Sample;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.model.Origin;
import dev.sotto.nlu.reading.AnnotatedText;
import dev.sotto.nlu.reading.TrainedInterpreter;
import dev.sotto.nlu.reading.TrainingTexts;
import dev.sotto.nlu.slot.SlotTagger;
import java.util.List;
import java.util.Locale;

/**
 * The engine for bots that stay inside Apache OpenNLP: its categoriser for intents, its name finder for slots. Pure
 * Java; less accurate than the sentence encoder. Safe for many threads at once.
 */
public final class OpenNlpEngine implements UnderstandingEngine {

    /** Rises with every change that trains other models. */
    private static final int TRAINER_VERSION = 4;

    private static final String NAME = "opennlp";

    /** For bots too small to measure. */
    private static final Calibration UNMEASURED = new Calibration(1.1, 0, 4, 0.3, -2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String fingerprint() {
        return NAME + "/" + TRAINER_VERSION;
    }

    @Override
    public byte[] train(TrainingSet set) {
        ModelOutput out = new ModelOutput(NAME, Origin.of(fingerprint(), set));
        trainIntents(set, out);
        List<AnnotatedText> texts = TrainingTexts.texts(set);
        boolean slots = texts.stream().anyMatch(text -> !text.values().isEmpty());
        out.putInt(slots ? 1 : 0);
        if (slots) {
            NameTagger.train(set.locale(), texts).write(out);
        }
        return out.finish();
    }

    private static void trainIntents(TrainingSet set, ModelOutput out) {
        List<Sample> samples = TrainingTexts.samples(set);
        int classes = TrainingTexts.classes(set).size();
        Locale locale = set.locale();
        List<String> background = TrainingTexts.background(set);
        out.putInt(Math.min(classes, 2));
        if (classes == 0) {
            return;
        }
        IntentLearner learner = classes == 1
                ? (some, outsiders, effort) -> only(Familiarity.of(some, outsiders, effort))
                : (some, outsiders, effort) -> Doccat.train(locale, some, outsiders, classes, effort);
        if (classes == 1) {
            Familiarity.of(samples, background, Effort.FULL).write(out);
        } else {
            Doccat.train(locale, samples, background, classes, Effort.FULL).write(out);
        }
        new CrossFit(learner, samples, classes, background)
                .calibrate(UNMEASURED)
                .write(out);
    }

    /** A bot with one intent needs no classifier, only to know its own subject. */
    private static IntentScorer only(Familiarity familiarity) {
        return text -> familiarity.with(new float[1], text);
    }

    @Override
    public Interpreter load(byte[] model, TrainingSet set) {
        ModelInput in = new ModelInput(model, NAME, Origin.of(fingerprint(), set));
        IntentClassifier classifier = readIntents(in, set);
        SlotTagger tagger = in.getInt(0, 1) == 1 ? NameTagger.read(in, set.locale()) : SlotTagger.none();
        in.finish();
        return new TrainedInterpreter(set, classifier, tagger, new OpenNlpSentences(set.locale()));
    }

    private static IntentClassifier readIntents(ModelInput in, TrainingSet set) {
        int classes = TrainingTexts.classes(set).size();
        return switch (in.getInt(0, 2)) {
            case 0 -> text -> new double[classes];
            case 1 -> new CalibratedClassifier(only(Familiarity.read(in)), Calibration.read(in));
            default -> new CalibratedClassifier(Doccat.read(in, set.locale(), classes), Calibration.read(in));
        };
    }

    @Override
    public void close() {
        // Holds nothing beyond the heap.
    }
}
