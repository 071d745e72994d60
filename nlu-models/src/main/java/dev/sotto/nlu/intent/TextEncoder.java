package dev.sotto.nlu.intent;

/** Turns a text into a vector that lies near those of texts of like meaning. Safe for many threads at once. */
public interface TextEncoder {

    /** Returns how many numbers a vector has. */
    int dimension();

    /** Returns a new vector of length 1 (or of zeros, for a text without content). */
    float[] encode(String text);
}
