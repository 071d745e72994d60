package dev.sotto.nlu.intent;

/**
 * The few numbers of a vector that are not zero.
 *
 * @param rows which, each once
 * @param values their numbers, of Euclidean length 1 unless empty
 * @param known the share, 0 to 1, of the text's weight that lies in n-grams the model knows
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and written to by nobody.
record SparseVector(int[] rows, float[] values, float known) {}
