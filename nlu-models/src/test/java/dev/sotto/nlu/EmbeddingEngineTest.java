package dev.sotto.nlu;

import dev.sotto.nlu.embedding.EmbeddingEngine;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.nlu.embedding.EncoderUnavailableException;
import org.junit.jupiter.api.AfterAll;

class EmbeddingEngineTest extends UnderstandingEngineContract {

    private final EmbeddingEngine engine;

    EmbeddingEngineTest() throws EncoderUnavailableException {
        engine = EmbeddingEngine.open(new EncoderSource.OfClassPath());
    }

    @Override
    UnderstandingEngine engine() {
        return engine;
    }

    @AfterAll
    void close() {
        engine.close();
    }
}
