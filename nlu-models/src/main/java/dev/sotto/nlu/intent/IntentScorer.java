package dev.sotto.nlu.intent;

/** A trained classifier before calibration. Safe for many threads at once. */
public interface IntentScorer {

    /** Returns what it makes of a text. */
    Evidence judge(String text);
}
