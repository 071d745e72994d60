package dev.sotto.nlu.intent;

import dev.sotto.nlu.text.Words;
import java.util.Arrays;

/**
 * The sparse features of a text: single words, pairs of neighbours and the runs of 2 to 5 characters of each word with
 * its edges, each as a 32-bit hash, so that a model holds no text. Confined to one call.
 */
final class Ngrams {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    private static final int WORD = 0x57;
    private static final int PAIR = 0x2A57;
    private static final int CHARACTERS = 0x43;

    private int[] hashes = new int[256];
    private int count;

    private Ngrams() {}

    /** Returns the hashes of a text's features in order of appearance, repeated ones as often as they occur. */
    static int[] of(Words words) {
        Ngrams ngrams = new Ngrams();
        String before = "";
        for (int i = 0; i < words.size(); i++) {
            if (words.isWord(i)) {
                String word = words.get(i);
                ngrams.put(mix(WORD, word, 0, word.length()));
                ngrams.put(mix(mix(PAIR, before, 0, before.length()) + ' ', word, 0, word.length()));
                ngrams.putCharacters(word);
                before = word;
            }
        }
        ngrams.put(mix(mix(PAIR, before, 0, before.length()) + ' ', "", 0, 0));
        return Arrays.copyOf(ngrams.hashes, ngrams.count);
    }

    private void putCharacters(String word) {
        String edged = "_" + word + "_";
        for (int from = 0; from < edged.length(); from++) {
            int longest = Math.min(LONGEST, edged.length() - from);
            for (int length = SHORTEST; length <= longest; length++) {
                put(mix(CHARACTERS, edged, from, from + length));
            }
        }
    }

    private void put(int hash) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        // The last step of MurmurHash3: neighbours in the alphabet must not be neighbours in a table.
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        hashes[count++] = h ^ (h >>> 16);
    }

    private static int mix(int seed, String text, int from, int to) {
        int hash = seed;
        for (int i = from; i < to; i++) {
            hash = hash * 0x01000193 ^ text.charAt(i);
        }
        return hash;
    }
}
