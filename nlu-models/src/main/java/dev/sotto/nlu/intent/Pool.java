package dev.sotto.nlu.intent;

import dev.sotto.nlu.intent.IntentLearner.Effort;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import org.jspecify.annotations.Nullable;

/**
 * All heads together: the weighted mean of their log-probabilities. Without an encoder the n-grams alone. Immutable and
 * safe for any thread.
 *
 * @param classes how many classes
 * @param mix how much each head weighs
 * @param vectors heads on the vector, or null where there is no encoder
 * @param ngrams the sparse head
 */
record Pool(int classes, Mix mix, @Nullable VectorHeads vectors, NgramHead ngrams) {

    private static final int MAX_CLASSES = 1 << 14;
    private static final int PROTOTYPES = 8;

    /**
     * How much each head weighs; 1 in all. Centroids weigh more where there are few examples. Picked on validation sets of
     * three public collections.
     */
    record Mix(float regression, float centroids, float neighbours, float ngrams) {

        static Mix of(int examples, int classes) {
            return Schedule.isLarge(examples, classes)
                    ? new Mix(0.36f, 0.24f, 0.1f, 0.3f)
                    : new Mix(0.275f, 0.275f, 0.15f, 0.3f);
        }

        void write(ModelOutput out) {
            out.putFloat(regression);
            out.putFloat(centroids);
            out.putFloat(neighbours);
            out.putFloat(ngrams);
        }

        static Mix read(ModelInput in) {
            return new Mix(in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat());
        }
    }

    static Pool train(Corpus corpus, Mix mix, Effort effort) {
        Schedule sparse = Schedule.sparse(corpus.size(), effort);
        NgramHead ngrams = NgramHead.train(corpus.ngrams(), corpus.labels(), corpus.classes(), sparse);
        float[][] vectors = corpus.vectors();
        Schedule dense = Schedule.dense(corpus.size(), effort);
        VectorHeads heads = vectors == null
                ? null
                : VectorHeads.train(vectors, corpus.labels(), corpus.classes(), dense, PROTOTYPES);
        return new Pool(corpus.classes(), mix, heads, ngrams);
    }

    /** Judges a text by its words and its vector, which is null where there is no encoder. */
    Evidence judge(int[] text, float @Nullable [] vector) {
        Evidence sparse = ngrams.judge(text);
        if (vectors == null || vector == null) {
            return sparse;
        }
        Evidence dense = vectors.judge(vector, classes, mix);
        float[] logs = dense.logs();
        for (int k = 0; k < classes; k++) {
            logs[k] += mix.ngrams() * sparse.logs()[k];
        }
        Softmax.normaliseLogs(logs);
        return new Evidence(logs, dense.nearness(), sparse.known(), 0);
    }

    void write(ModelOutput out) {
        out.putInt(classes);
        mix.write(out);
        out.putInt(vectors == null ? 0 : 1);
        if (vectors != null) {
            vectors.write(out);
        }
        ngrams.write(out);
    }

    static Pool read(ModelInput in) {
        int classes = in.getInt(1, MAX_CLASSES);
        Mix mix = Mix.read(in);
        VectorHeads vectors = in.getInt(0, 1) == 1 ? VectorHeads.read(in, classes) : null;
        return new Pool(classes, mix, vectors, NgramHead.read(in, classes));
    }
}
