package dev.sotto.nlu.intent;

import dev.sotto.nlu.intent.IntentLearner.Effort;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * All heads together: the weighted mean of their log-probabilities, centroids weighing more where there are few examples
 * and n-grams only where there are many. Without an encoder the n-grams alone. Immutable and safe for any thread.
 *
 * @param classes how many classes
 * @param centroidShare share of the centroids in the heads on the vector
 * @param ngramShare share of the n-grams in all
 * @param vectors heads on the vector, or null where there is no encoder
 * @param ngrams the sparse head
 */
record Pool(
        int classes,
        float centroidShare,
        float ngramShare,
        @Nullable VectorHeads vectors,
        NgramHead ngrams) {

    private static final int MAX_CLASSES = 1 << 14;

    /**
     * How much each head weighs, and how many prototypes a class has.
     *
     * @param centroids share of the centroids in the heads on the vector
     * @param ngrams share of the n-grams in all
     * @param prototypes for each class
     */
    record Mix(float centroids, float ngrams, int prototypes) {

        static Mix of(int examples, int classes) {
            return Schedule.isLarge(examples, classes) ? new Mix(0.4f, 0.3f, 8) : new Mix(0.5f, 0, 1);
        }
    }

    static Pool train(Corpus corpus, Mix mix, Effort effort) {
        Schedule sparse = Schedule.sparse(corpus.size(), effort);
        NgramHead ngrams = NgramHead.train(corpus.ngrams(), corpus.labels(), corpus.classes(), sparse);
        float[][] vectors = corpus.vectors();
        if (vectors == null) {
            return new Pool(corpus.classes(), 0, 1, null, ngrams);
        }
        VectorHeads heads = VectorHeads.train(
                vectors, corpus.labels(), corpus.classes(), Schedule.dense(corpus.size(), effort), mix.prototypes());
        return new Pool(corpus.classes(), mix.centroids(), mix.ngrams(), heads, ngrams);
    }

    /** Judges a text by its words and its vector, which is null where there is no encoder. */
    Evidence judge(Words words, float @Nullable [] vector) {
        if (vectors == null || vector == null) {
            return ngrams.judge(Ngrams.of(words));
        }
        float[] logs = vectors.logs(vector, classes, centroidShare);
        if (ngramShare > 0) {
            float[] sparse = ngrams.judge(Ngrams.of(words)).logs();
            for (int k = 0; k < classes; k++) {
                logs[k] = (1 - ngramShare) * logs[k] + ngramShare * sparse[k];
            }
        }
        Softmax.normaliseLogs(logs);
        return new Evidence(logs, vectors.nearness(vector));
    }

    void write(ModelOutput out) {
        out.putInt(classes);
        out.putFloat(centroidShare);
        out.putFloat(ngramShare);
        out.putInt(vectors == null ? 0 : 1);
        if (vectors != null) {
            vectors.write(out);
        }
        ngrams.write(out);
    }

    static Pool read(ModelInput in) {
        int classes = in.getInt(1, MAX_CLASSES);
        float centroidShare = in.getFloat();
        float ngramShare = in.getFloat();
        VectorHeads vectors = in.getInt(0, 1) == 1 ? VectorHeads.read(in, classes) : null;
        return new Pool(classes, centroidShare, ngramShare, vectors, NgramHead.read(in, classes));
    }
}
