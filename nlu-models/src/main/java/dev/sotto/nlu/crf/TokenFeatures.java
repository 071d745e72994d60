package dev.sotto.nlu.crf;

import dev.sotto.nlu.text.Words;
import java.util.Arrays;

/**
 * What a tagger sees of each word: itself and its neighbours, pairs of them, beginnings and endings, shape, place. Each
 * as a 32-bit hash, so that a model holds no text. Confined to one call.
 */
final class TokenFeatures {

    private static final int LONGEST_AFFIX = 4;
    private static final int REACH = 2;
    private static final int MOST = 40;

    private final Words words;
    private final int[] row = new int[MOST];
    private int count;

    private TokenFeatures(Words words) {
        this.words = words;
    }

    /** Returns the features of every word. */
    static int[][] of(Words words) {
        TokenFeatures features = new TokenFeatures(words);
        int[][] rows = new int[words.size()][];
        for (int at = 0; at < rows.length; at++) {
            rows[at] = features.at(at);
        }
        return rows;
    }

    private int[] at(int at) {
        count = 0;
        put('*', "", "");
        for (int distance = -REACH; distance <= REACH; distance++) {
            put('w' + 16 * distance, word(at + distance), "");
        }
        put('<', word(at - 1), word(at));
        put('>', word(at), word(at + 1));
        put('^', word(at - 1), word(at + 1));
        put('{', word(at - 2), word(at - 1));
        put('}', word(at + 1), word(at + 2));
        String word = word(at);
        for (int length = 1; length <= Math.min(LONGEST_AFFIX, word.length()); length++) {
            put('p' + 16 * length, word.substring(0, length), "");
            put('s' + 16 * length, word.substring(word.length() - length), "");
        }
        put('h', shape(at), "");
        put('H', shape(at - 1), shape(at));
        put('J', shape(at), shape(at + 1));
        put('l', word.length() > 6 ? "long" : "short", at == 0 ? "first" : "");
        return Arrays.copyOf(row, count);
    }

    private String word(int at) {
        return at < 0 ? "\u0002" : at >= words.size() ? "\u0003" : words.get(at);
    }

    /** Capital, digits, symbol or plain. */
    private String shape(int at) {
        if (at < 0 || at >= words.size()) {
            return "edge";
        }
        int first = words.text(at, at + 1).codePointAt(0);
        if (Character.isDigit(first)) {
            return "digit" + Math.min(4, words.get(at).length());
        }
        return Character.isUpperCase(first) ? "capital" : Character.isLetter(first) ? "plain" : "symbol";
    }

    private void put(int kind, String first, String second) {
        int hash = mix(mix(kind * 0x9E3779B9, first) * 31 + 7, second);
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        row[count++] = hash ^ (hash >>> 16);
    }

    private static int mix(int seed, String text) {
        int hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash;
    }
}
