package dev.sotto.nlu;

import dev.sotto.nlu.opennlp.OpenNlpEngine;

class OpenNlpEngineTest extends UnderstandingEngineContract {

    private final OpenNlpEngine engine = new OpenNlpEngine();

    @Override
    UnderstandingEngine engine() {
        return engine;
    }
}
