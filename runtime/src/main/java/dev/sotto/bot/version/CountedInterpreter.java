package dev.sotto.bot.version;

import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.Understanding;

/** Holds its version during each call, so that no model is closed under a call that is running. */
final class CountedInterpreter implements Interpreter {

    private final Interpreter model;
    private final References references;

    CountedInterpreter(Interpreter model, References references) {
        this.model = model;
        this.references = references;
    }

    @Override
    public Understanding understand(Heard heard, Expectation expectation, Moment moment) {
        if (!references.retain()) {
            throw new IllegalStateException("a version that nobody holds was asked to understand");
        }
        try {
            return model.understand(heard, expectation, moment);
        } finally {
            references.release();
        }
    }

    /** Does nothing: the model belongs to the version, which closes it when nobody holds it any more. */
    @Override
    public void close() {}
}
