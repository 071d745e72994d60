package dev.sotto.nlu.intent;

import dev.sotto.nlu.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The examples of a training set as features. Confined to one training; holds an author's words, never a caller's.
 *
 * @param classes how many classes there are
 * @param labels the class of each example
 * @param ngrams the sparse features of each
 * @param vectors the sentence vector of each, or null without an encoder
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and written to by nobody.
record Corpus(int classes, int[] labels, int[][] ngrams, float @Nullable [][] vectors) {

    static Corpus of(List<Sample> samples, int classes, @Nullable TextEncoder encoder) {
        int size = samples.size();
        int[] labels = new int[size];
        int[][] ngrams = new int[size][];
        float[][] vectors = encoder == null ? null : new float[size][];
        for (int i = 0; i < size; i++) {
            Sample sample = samples.get(i);
            labels[i] = sample.label();
            ngrams[i] = Ngrams.of(Words.of(sample.text()));
            if (encoder != null && vectors != null) {
                vectors[i] = encoder.encode(sample.text());
            }
        }
        return new Corpus(classes, labels, ngrams, vectors);
    }

    int size() {
        return labels.length;
    }
}
