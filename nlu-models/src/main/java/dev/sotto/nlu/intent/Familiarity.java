package dev.sotto.nlu.intent;

import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.text.Words;
import java.util.List;

/**
 * How much of a text a training set has seen: the share of its words and pieces of words, the rare ones counting more.
 * A measure of nearness for classifiers that have none. Immutable and safe for any thread.
 */
public final class Familiarity {

    private final NgramIndex index;

    private Familiarity(NgramIndex index) {
        this.index = index;
    }

    public static Familiarity of(List<Sample> samples) {
        return new Familiarity(NgramTrainer.index(samples.stream()
                .map(sample -> Ngrams.of(Words.of(sample.text())))
                .toArray(int[][]::new)));
    }

    /** Returns the share, 0 to 1. */
    public float with(String text) {
        return index.vector(Ngrams.of(Words.of(text))).known();
    }

    public void write(ModelOutput out) {
        index.write(out);
    }

    public static Familiarity read(ModelInput in) {
        return new Familiarity(NgramIndex.read(in));
    }
}
