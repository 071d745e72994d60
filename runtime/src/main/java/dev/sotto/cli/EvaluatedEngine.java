package dev.sotto.cli;

import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.nlu.embedding.EmbeddingEngine;
import dev.sotto.nlu.embedding.EncoderUnavailableException;
import dev.sotto.nlu.intent.TextEncoder;
import dev.sotto.nlu.opennlp.OpenNlpEngine;
import java.util.Locale;
import java.util.Optional;

/** The engines that can be evaluated, by the name of their encoder. */
enum EvaluatedEngine {
    /** The encoder that comes along. */
    MINILM,
    /** Words and n-grams in pure Java, which serve where native code does not load. */
    NONE,
    /** OpenNLP's classifier and name finder. */
    OPENNLP;

    /** An open engine, and its encoder if it has one. */
    record Open(UnderstandingEngine engine, Optional<TextEncoder> encoder) implements AutoCloseable {

        @Override
        public void close() {
            engine.close();
        }
    }

    /** Opens the engine; an encoder that does not load is the machine's fault. */
    Open open() {
        return switch (this) {
            case MINILM -> minilm();
            case NONE -> new Open(EmbeddingEngine.withoutEncoder("not asked for"), Optional.empty());
            case OPENNLP -> new Open(new OpenNlpEngine(), Optional.empty());
        };
    }

    /** Returns the name as the command line writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Open minilm() {
        try {
            EmbeddingEngine engine = EmbeddingEngine.open(Installation.encoder());
            return new Open(engine, engine.encoder());
        } catch (EncoderUnavailableException e) {
            throw CommandException.machine(e.getMessage() + "; --encoder none does without");
        }
    }
}
