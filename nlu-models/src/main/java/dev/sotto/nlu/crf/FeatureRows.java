package dev.sotto.nlu.crf;

import dev.sotto.nlu.CorruptModelException;
import java.util.Arrays;

/** The features a model knows, numbered in the order of their hashes. Immutable and safe for any thread. */
final class FeatureRows {

    private static final int MAX_ROWS = 1 << 20;

    private final int[] hashes;
    private final int[] table;

    /** @param hashes rising */
    FeatureRows(int[] hashes) {
        if (hashes.length > MAX_ROWS) {
            throw new CorruptModelException("more features than a tagger can have");
        }
        this.hashes = hashes;
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

    /** Returns the features of some texts: all, or as many as a model can have. */
    static FeatureRows of(int[][][] texts) {
        int[] all = Arrays.stream(texts)
                .flatMap(Arrays::stream)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .limit(MAX_ROWS)
                .toArray();
        return new FeatureRows(all);
    }

    int[] hashes() {
        return hashes;
    }

    int size() {
        return hashes.length;
    }

    /** Returns the rows of known features; unknown ones are left out. */
    int[] rows(int[] features) {
        int[] rows = new int[features.length];
        int count = 0;
        for (int feature : features) {
            int slot = feature & (table.length - 1);
            while (table[slot] >= 0 && hashes[table[slot]] != feature) {
                slot = (slot + 1) & (table.length - 1);
            }
            if (table[slot] >= 0) {
                rows[count++] = table[slot];
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
