package dev.sotto.nlu.intent;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.intent.IntentLearner.Effort;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trained classifier of intents. Immutable; safe for many threads at once; keeps nothing of what it is asked. */
public final class IntentModel implements IntentClassifier {

    /** For bots too small to measure; what few-shot sets gave. */
    private static final Calibration UNMEASURED_VECTORS = new Calibration(0.8, 5, 1, 0.3, -3.5);

    private static final Calibration UNMEASURED_NGRAMS = new Calibration(1.1, 0, 4, 0.3, -2);

    private final GatedPool pool;
    private final Calibration calibration;
    private final CalibratedClassifier classifier;

    private IntentModel(GatedPool pool, Calibration calibration, @Nullable TextEncoder encoder) {
        this.pool = pool;
        this.calibration = calibration;
        this.classifier = new CalibratedClassifier(scorer(pool, encoder), calibration);
    }

    /**
     * Trains a model.
     *
     * @param samples at least one
     * @param classes one more than the highest label
     * @param background lines that belong to no bot, in the language of the samples; may be empty
     * @param encoder for sentence vectors, or null to do with words and n-grams
     */
    public static IntentModel train(
            List<Sample> samples, int classes, List<String> background, @Nullable TextEncoder encoder) {
        TextEncoder once = encoder == null ? null : new OnceEncoder(encoder);
        Pool.Mix mix = Pool.Mix.of(samples.size(), classes);
        IntentLearner learner =
                (some, outsiders, effort) -> scorer(pool(some, outsiders, classes, mix, effort, once), once);
        Calibration calibration = new CrossFit(learner, samples, classes, background)
                .calibrate(encoder == null ? UNMEASURED_NGRAMS : UNMEASURED_VECTORS);
        return new IntentModel(pool(samples, background, classes, mix, Effort.FULL, once), calibration, encoder);
    }

    private static GatedPool pool(
            List<Sample> samples,
            List<String> outsiders,
            int classes,
            Pool.Mix mix,
            Effort effort,
            @Nullable TextEncoder encoder) {
        Corpus outside = Corpus.ofLines(outsiders, encoder);
        return GatedPool.train(Corpus.of(samples, classes, encoder), outside, mix, effort);
    }

    private static IntentScorer scorer(GatedPool pool, @Nullable TextEncoder encoder) {
        return text -> pool.judge(Ngrams.of(Words.of(text)), encoder == null ? null : encoder.encode(text));
    }

    @Override
    public double[] confidences(String text) {
        return classifier.confidences(text);
    }

    /** Writes the model. */
    public void write(ModelOutput out) {
        pool.write(out);
        calibration.write(out);
    }

    /** Reads a model that {@link #write} wrote, for as many classes and the encoder it was trained with. */
    public static IntentModel read(ModelInput in, int classes, @Nullable TextEncoder encoder) {
        GatedPool pool = GatedPool.read(in);
        if (pool.pool().classes() != classes) {
            throw new CorruptModelException("a model of another number of intents");
        }
        VectorHeads vectors = pool.pool().vectors();
        if ((vectors == null) != (encoder == null)
                || (vectors != null && encoder != null && vectors.dimension() != encoder.dimension())) {
            throw new CorruptModelException("a model for another encoder");
        }
        return new IntentModel(pool, Calibration.read(in), encoder);
    }
}
