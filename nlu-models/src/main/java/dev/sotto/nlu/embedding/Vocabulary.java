package dev.sotto.nlu.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * The pieces that the encoder knows, by their text. Immutable and safe for any thread. An open-addressing table over
 * one character array, so that a lookup allocates nothing and copies nothing of what it looks up.
 */
final class Vocabulary {

    /** Marks a piece that continues a word. */
    static final String CONTINUATION = "##";

    private final char[] characters;
    private final int[] starts;
    private final boolean[] continuing;
    private final int[] table;
    private final int longest;

    /**
     * @param pieces in the order of their ids; pieces inside a word start with {@value #CONTINUATION}; an empty text
     *     stands for an id without a piece
     */
    Vocabulary(List<String> pieces) {
        StringBuilder all = new StringBuilder(pieces.size() * 8);
        starts = new int[pieces.size() + 1];
        continuing = new boolean[pieces.size()];
        int longestSeen = 0;
        for (int id = 0; id < pieces.size(); id++) {
            String piece = pieces.get(id);
            continuing[id] = piece.length() > CONTINUATION.length() && piece.startsWith(CONTINUATION);
            String text = continuing[id] ? piece.substring(CONTINUATION.length()) : piece;
            all.append(text);
            starts[id + 1] = all.length();
            longestSeen = Math.max(longestSeen, text.length());
        }
        characters = all.toString().toCharArray();
        longest = longestSeen;
        table = new int[Integer.highestOneBit(Math.max(2, pieces.size())) * 4];
        Arrays.fill(table, -1);
        for (int id = 0; id < pieces.size(); id++) {
            insert(id);
        }
    }

    /** Returns how many ids there are. */
    int size() {
        return continuing.length;
    }

    /** Returns the length of the longest piece in code units. */
    int longest() {
        return longest;
    }

    /** Returns the id of a piece, or -1. */
    int find(char[] text, int from, int to, boolean inside) {
        int slot = hash(text, from, to, inside) & (table.length - 1);
        while (table[slot] >= 0) {
            int id = table[slot];
            if (continuing[id] == inside && Arrays.equals(characters, starts[id], starts[id + 1], text, from, to)) {
                return id;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    /** Returns the id of a whole-word piece, or -1. */
    int find(String piece) {
        return find(piece.toCharArray(), 0, piece.length(), false);
    }

    private void insert(int id) {
        if (starts[id] == starts[id + 1]) {
            return;
        }
        int slot = hash(characters, starts[id], starts[id + 1], continuing[id]) & (table.length - 1);
        while (table[slot] >= 0) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = id;
    }

    private static int hash(char[] text, int from, int to, boolean inside) {
        int hash = inside ? 17 : 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ (hash >>> 15);
    }
}
