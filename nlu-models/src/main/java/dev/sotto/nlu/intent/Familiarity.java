package dev.sotto.nlu.intent;

import dev.sotto.nlu.intent.IntentLearner.Effort;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.text.Words;
import java.util.List;

/**
 * How familiar a text is to a training set, for classifiers that cannot tell: the share of its words and pieces of words
 * that the set has seen, and whether they are more the set's than an outsider's. Immutable and safe for any thread.
 */
public final class Familiarity {

    private final GatedPool pool;

    private Familiarity(GatedPool pool) {
        this.pool = pool;
    }

    /** @param outsiders lines that belong to no bot; may be empty */
    public static Familiarity of(List<Sample> samples, List<String> outsiders, Effort effort) {
        List<Sample> alike = samples.stream()
                .map(sample -> new Sample(sample.text(), 0, sample.group()))
                .toList();
        Pool.Mix mix = Pool.Mix.of(samples.size(), 1);
        return new Familiarity(
                GatedPool.train(Corpus.of(alike, 1, null), Corpus.ofLines(outsiders, null), mix, effort));
    }

    /** Returns a classifier's judgement of a text together with how familiar the text is. */
    public Evidence with(float[] logs, String text) {
        return pool.judge(Ngrams.of(Words.of(text)), null).withLogs(logs);
    }

    public void write(ModelOutput out) {
        pool.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static Familiarity read(ModelInput in) {
        return new Familiarity(GatedPool.read(in));
    }
}
