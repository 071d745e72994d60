package dev.sotto.nlu.intent;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trained classifier of intents. Immutable; safe for many threads at once; keeps nothing of what it is asked. */
public final class IntentModel implements IntentClassifier {

    private final Pool pool;
    private final Calibration calibration;
    private final @Nullable TextEncoder encoder;

    private IntentModel(Pool pool, Calibration calibration, @Nullable TextEncoder encoder) {
        this.pool = pool;
        this.calibration = calibration;
        this.encoder = encoder;
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
        Corpus corpus = Corpus.of(samples, classes, encoder);
        List<Sample> unlabelled =
                background.stream().map(line -> new Sample(line, 0, 0)).toList();
        Pool pool =
                Pool.train(corpus, Pool.Mix.of(corpus), Schedule.dense(corpus.size()), Schedule.sparse(corpus.size()));
        Calibration calibration = new CrossFit(corpus, Corpus.of(unlabelled, 1, encoder)).calibrate();
        return new IntentModel(pool, calibration, encoder);
    }

    @Override
    public double[] confidences(String text) {
        float[] vector = encoder == null ? null : encoder.encode(text);
        Evidence evidence = pool.judge(Ngrams.of(Words.of(text)), vector);
        int best = evidence.best();
        double chance = calibration.chance(evidence);
        double[] confidences = new double[pool.classes()];
        for (int k = 0; k < confidences.length; k++) {
            double relative = Math.exp(evidence.logs()[k] - evidence.logs()[best]);
            confidences[k] = k == best ? chance : Math.min(chance * relative, 1 - chance);
        }
        return confidences;
    }

    /** Writes the model. */
    public void write(ModelOutput out) {
        pool.write(out);
        calibration.write(out);
    }

    /** Reads a model that {@link #write} wrote, for as many classes and the encoder it was trained with. */
    public static IntentModel read(ModelInput in, int classes, @Nullable TextEncoder encoder) {
        Pool pool = Pool.read(in);
        if (pool.classes() != classes) {
            throw new CorruptModelException("a model of another number of intents");
        }
        VectorHeads vectors = pool.vectors();
        if ((vectors == null) != (encoder == null)
                || (vectors != null && encoder != null && vectors.dimension() != encoder.dimension())) {
            throw new CorruptModelException("a model for another encoder");
        }
        return new IntentModel(pool, Calibration.read(in), encoder);
    }
}
