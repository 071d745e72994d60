package dev.sotto.nlu.intent;

import java.util.List;

/** Trains classifiers of one kind. Deterministic: the same samples in the same order give the same scorer. */
public interface IntentLearner {

    /** How much time a training is worth. */
    enum Effort {
        /** For a model that serves. */
        FULL,
        /** For one that is only asked how sure it may be. */
        HASTY
    }

    /**
     * Returns a classifier of these samples.
     *
     * @param samples of which a class may have none
     * @param outsiders lines that belong to no bot; may be empty
     */
    IntentScorer learn(List<Sample> samples, List<String> outsiders, Effort effort);
}
