package dev.sotto.testing;

import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.nlu.embedding.EmbeddingEngine;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.nlu.embedding.EncoderUnavailableException;

/** The real engine, opened once for all tests of a run: servers come and go, and must not close it. */
public final class SharedEngine implements UnderstandingEngine {

    private final UnderstandingEngine engine;

    private SharedEngine(UnderstandingEngine engine) {
        this.engine = engine;
    }

    /** Returns it. */
    public static UnderstandingEngine embedding() {
        return Holder.ENGINE;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public String fingerprint() {
        return engine.fingerprint();
    }

    @Override
    public byte[] train(TrainingSet set) {
        return engine.train(set);
    }

    @Override
    public Interpreter load(byte[] model, TrainingSet set) {
        return engine.load(model, set);
    }

    @Override
    public void close() {
        // It ends with the process.
    }

    private static final class Holder {

        static final SharedEngine ENGINE = new SharedEngine(open());

        private static UnderstandingEngine open() {
            try {
                return EmbeddingEngine.open(new EncoderSource.OfClassPath());
            } catch (EncoderUnavailableException e) {
                return EmbeddingEngine.withoutEncoder(e.reason().name());
            }
        }
    }
}
