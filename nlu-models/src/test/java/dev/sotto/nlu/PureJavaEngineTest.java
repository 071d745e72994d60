package dev.sotto.nlu;

import dev.sotto.nlu.embedding.EmbeddingEngine;

class PureJavaEngineTest extends UnderstandingEngineContract {

    private final EmbeddingEngine engine = EmbeddingEngine.withoutEncoder("not wanted here");

    @Override
    UnderstandingEngine engine() {
        return engine;
    }
}
