package dev.sotto.nlu.intent;

import dev.sotto.nlu.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Returns lines without a class. */
    static Corpus ofLines(List<String> lines, @Nullable TextEncoder encoder) {
        return of(lines.stream().map(line -> new Sample(line, 0, 0)).toList(), 1, encoder);
    }

    int size() {
        return labels.length;
    }

    /** Returns what heads make of an example. */
    Evidence judgedBy(Pool pool, int example) {
        return pool.judge(ngrams[example], vectors == null ? null : vectors[example]);
    }

    /** Returns the examples that are marked. */
    Corpus only(boolean[] marked) {
        int[] kept = IntStream.range(0, marked.length).filter(i -> marked[i]).toArray();
        return new Corpus(
                classes,
                Arrays.stream(kept).map(i -> labels[i]).toArray(),
                Arrays.stream(kept).mapToObj(i -> ngrams[i]).toArray(int[][]::new),
                vectors == null
                        ? null
                        : Arrays.stream(kept).mapToObj(i -> vectors[i]).toArray(float[][]::new));
    }
}
