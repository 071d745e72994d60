package dev.sotto.testing;

import dev.sotto.nlu.Answer;
import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.Example;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.Understanding;
import dev.sotto.nlu.UnderstandingEngine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An engine that understands sample utterances word for word and nothing else, and counts what it is asked to do. Its
 * models are readable and its fingerprint can be changed.
 */
public final class ScriptedEngine implements UnderstandingEngine {

    private static final String MODEL = "scripted ";

    public final AtomicInteger trained = new AtomicInteger();
    public final AtomicInteger loaded = new AtomicInteger();
    public final AtomicInteger closedModels = new AtomicInteger();
    public final AtomicInteger closed = new AtomicInteger();

    private final String name;
    private volatile String fingerprint = "1";
    private volatile Runnable whileTraining = () -> {};
    private volatile Runnable whileUnderstanding = () -> {};

    public ScriptedEngine(String name) {
        this.name = name;
    }

    /** Stands for another trainer version or encoder. */
    public void changeFingerprint(String changed) {
        fingerprint = changed;
    }

    /** Runs within each training: to fail, or to wait. */
    public void whileTraining(Runnable task) {
        whileTraining = task;
    }

    /** Runs within each call to understand. */
    public void whileUnderstanding(Runnable task) {
        whileUnderstanding = task;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public byte[] train(TrainingSet set) {
        trained.incrementAndGet();
        whileTraining.run();
        return bytes(set);
    }

    @Override
    public Interpreter load(byte[] model, TrainingSet set) {
        if (!new String(model, StandardCharsets.UTF_8).equals(new String(bytes(set), StandardCharsets.UTF_8))) {
            throw new CorruptModelException("not a model of this set");
        }
        loaded.incrementAndGet();
        return new Model(set);
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }

    private static byte[] bytes(TrainingSet set) {
        return (MODEL + set.intents().size()).getBytes(StandardCharsets.UTF_8);
    }

    private final class Model implements Interpreter {

        private final TrainingSet set;

        Model(TrainingSet set) {
            this.set = set;
        }

        @Override
        public Understanding understand(Heard heard, Expectation expectation, Moment moment) {
            whileUnderstanding.run();
            String words = heard.best().utterance().reveal();
            List<Interpretation> readings = set.intents().stream()
                    .filter(intent -> intent.examples().contains(Example.of(words)))
                    .map(intent -> new Interpretation(intent.name(), 1, List.of()))
                    .toList();
            Answer answer = words.equals("yes") ? Answer.YES : words.equals("no") ? Answer.NO : Answer.UNCLEAR;
            return new Understanding(readings, readings.size(), answer, List.of());
        }

        @Override
        public void close() {
            closedModels.incrementAndGet();
        }
    }
}
