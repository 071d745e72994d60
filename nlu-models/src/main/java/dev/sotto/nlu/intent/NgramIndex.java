package dev.sotto.nlu.intent;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import java.util.Arrays;

/**
 * Which n-grams a model knows, and how telling each is. Immutable and safe for any thread. Rows are numbered in the
 * order of their hashes.
 */
final class NgramIndex {

    /** With any number of classes that a model can have, their weights still fit into an array. */
    static final int MAX_ROWS = 1 << 17;

    private final int[] hashes;
    private final float[] idf;
    private final float unknownIdf;
    private final int[] table;

    /**
     * @param hashes rising
     * @param idf inverse document frequency of each
     * @param unknownIdf that of an n-gram never seen
     */
    NgramIndex(int[] hashes, float[] idf, float unknownIdf) {
        this.hashes = hashes;
        this.idf = idf;
        this.unknownIdf = unknownIdf;
        table = new int[Integer.highestOneBit(Math.max(2, hashes.length)) * 4];
        Arrays.fill(table, -1);
        for (int row = 0; row < hashes.length; row++) {
            int slot = hashes[row] & (table.length - 1);
            while (table[slot] >= 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = row;
        }
    }

    int size() {
        return hashes.length;
    }

    void write(ModelOutput out) {
        out.putInts(hashes);
        out.putFloats(idf);
        out.putFloat(unknownIdf);
    }

    static NgramIndex read(ModelInput in) {
        int[] hashes = in.getInts();
        if (hashes.length > MAX_ROWS) {
            throw new CorruptModelException("more n-grams than a model can have");
        }
        return new NgramIndex(hashes, in.getFloats(hashes.length), in.getFloat());
    }

    /** Returns a text's features as rows with weights of Euclidean length 1. */
    SparseVector vector(int[] ngrams) {
        int[] sorted = ngrams.clone();
        Arrays.sort(sorted);
        int[] rows = new int[sorted.length];
        float[] values = new float[sorted.length];
        int count = 0;
        double squares = 0;
        double unknown = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            int row = row(sorted[from]);
            float frequency = 1 + (float) Math.log(to - from);
            float value = frequency * (row < 0 ? unknownIdf : idf[row]);
            if (row >= 0) {
                rows[count] = row;
                values[count++] = value;
                squares += (double) value * value;
            } else {
                unknown += (double) value * value;
            }
            from = to;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int i = 0; i < count; i++) {
            values[i] *= scale;
        }
        float known = squares > 0 ? (float) (squares / (squares + unknown)) : 0;
        return new SparseVector(Arrays.copyOf(rows, count), Arrays.copyOf(values, count), known);
    }

    private int row(int hash) {
        int slot = hash & (table.length - 1);
        while (table[slot] >= 0) {
            if (hashes[table[slot]] == hash) {
                return table[slot];
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }
}
