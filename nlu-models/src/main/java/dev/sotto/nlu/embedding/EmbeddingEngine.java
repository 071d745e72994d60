package dev.sotto.nlu.embedding;

import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.nlu.crf.CrfTagger;
import dev.sotto.nlu.intent.IntentModel;
import dev.sotto.nlu.intent.Sample;
import dev.sotto.nlu.intent.TextEncoder;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.model.Origin;
import dev.sotto.nlu.reading.AnnotatedText;
import dev.sotto.nlu.reading.TrainedInterpreter;
import dev.sotto.nlu.reading.TrainingTexts;
import dev.sotto.nlu.slot.SlotTagger;
import dev.sotto.nlu.text.SentenceSplitter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engine of choice: heads on a sentence vector and n-grams beside them. Without an encoder, where native code does
 * not load, n-grams alone serve in pure Java. Safe for many threads at once.
 */
public final class EmbeddingEngine implements UnderstandingEngine {

    /** Rises with every change that trains other models. */
    private static final int TRAINER_VERSION = 3;

    private static final String NAME = "embedding";

    private final @Nullable SentenceEncoder encoder;
    private final @Nullable String missing;
    private final SentenceSplitter sentences;

    private EmbeddingEngine(@Nullable SentenceEncoder encoder, @Nullable String missing, SentenceSplitter sentences) {
        this.encoder = encoder;
        this.missing = missing;
        this.sentences = sentences;
    }

    /**
     * Opens the engine with its encoder, which takes about a quarter of a second.
     *
     * @throws EncoderUnavailableException if the encoder cannot be used; {@link #withoutEncoder} serves then
     */
    public static EmbeddingEngine open(EncoderSource source) throws EncoderUnavailableException {
        return new EmbeddingEngine(SentenceEncoder.open(source), null, SentenceSplitter.byPunctuation());
    }

    /** @param reason why, for the operator to read */
    public static EmbeddingEngine withoutEncoder(String reason) {
        return new EmbeddingEngine(null, reason, SentenceSplitter.byPunctuation());
    }

    /** Returns this engine, encoder and all, with another way to find sentences. */
    public EmbeddingEngine with(SentenceSplitter splitter) {
        return new EmbeddingEngine(encoder, missing, splitter);
    }

    /** Returns why understanding is served in pure Java, if it is. */
    public Optional<String> encoderMissing() {
        return Optional.ofNullable(missing);
    }

    /** Returns the encoder by itself, to be measured. It is the engine's to close. */
    public Optional<TextEncoder> encoder() {
        return Optional.ofNullable(encoder);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String fingerprint() {
        return NAME + "/" + TRAINER_VERSION + "/" + (encoder == null ? "pure-java" : encoder.identity());
    }

    @Override
    public byte[] train(TrainingSet set) {
        List<Sample> samples = TrainingTexts.samples(set);
        ModelOutput out = new ModelOutput(NAME, Origin.of(fingerprint(), set));
        out.putInt(samples.isEmpty() ? 0 : 1);
        if (!samples.isEmpty()) {
            int classes = TrainingTexts.classes(set).size();
            IntentModel.train(samples, classes, TrainingTexts.background(set), encoder)
                    .write(out);
            writeTagger(TrainingTexts.texts(set), out);
        }
        return out.finish();
    }

    private static void writeTagger(List<AnnotatedText> texts, ModelOutput out) {
        boolean many = TrainingTexts.suffice(texts);
        out.putInt(many ? 1 : 0);
        if (many) {
            CrfTagger.train(texts.stream().map(CrfTagger.TaggedText::of).toList())
                    .write(out);
        }
    }

    @Override
    public Interpreter load(byte[] model, TrainingSet set) {
        ModelInput in = new ModelInput(model, NAME, Origin.of(fingerprint(), set));
        int classes = TrainingTexts.classes(set).size();
        if (in.getInt(0, 1) == 0) {
            in.finish();
            return new TrainedInterpreter(set, text -> new double[classes], SlotTagger.none(), sentences);
        }
        IntentModel intents = IntentModel.read(in, classes, encoder);
        SlotTagger tagger = in.getInt(0, 1) == 1 ? CrfTagger.read(in) : SlotTagger.none();
        in.finish();
        return new TrainedInterpreter(set, intents, tagger, sentences);
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
        }
    }
}
