package dev.sotto.nlu.intent;

import dev.sotto.nlu.intent.IntentLearner.Effort;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells a bot's subject from lines that belong to no bot: by the nearest of those lines where there are vectors, and by
 * a regression with two classes on n-grams otherwise. Immutable and safe for any thread.
 */
final class Gate {

    private static final int CLASSES = 2;
    private static final int OUTSIDE = 1;

    /** Log-odds beyond this tell nothing more. */
    private static final float SATURATION = 8;

    /** Outsiders that are nearer than this share of the bot's own examples are about its subject, and left out. */
    private static final double SUBJECT_SHARE = 0.1;

    /** The same for vectors: a cosine that paraphrases have. */
    private static final float PARAPHRASE = 0.6f;

    /** Most lines that are kept as vectors. */
    private static final int MAX_LINES = 512;

    private final @Nullable Prototypes outsiders;
    private final @Nullable NgramHead ngrams;

    private Gate(@Nullable Prototypes outsiders, @Nullable NgramHead ngrams) {
        this.outsiders = outsiders;
        this.ngrams = ngrams;
    }

    /**
     * Trains a gate.
     *
     * @param near how near each inside example, and then each outside line, is to the examples
     */
    static Gate train(Corpus inside, Corpus outside, float[] near, Effort effort) {
        float[] own = Arrays.copyOf(near, inside.size());
        Arrays.sort(own);
        float subject = outside.vectors() == null ? own[(int) (SUBJECT_SHARE * own.length)] : PARAPHRASE;
        boolean[] kept = new boolean[outside.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = near[inside.size() + i] < subject;
        }
        Corpus others = outside.only(kept);
        float[][] lines = others.vectors();
        if (lines == null) {
            return new Gate(null, regression(inside, others, effort));
        }
        return new Gate(lines.length == 0 ? null : Prototypes.of(lines, others.labels(), 1, MAX_LINES), null);
    }

    private static NgramHead regression(Corpus inside, Corpus others, Effort effort) {
        int[] labels = new int[inside.size() + others.size()];
        Arrays.fill(labels, inside.size(), labels.length, OUTSIDE);
        int[][] texts = Arrays.copyOf(inside.ngrams(), labels.length);
        System.arraycopy(others.ngrams(), 0, texts, inside.size(), others.size());
        return NgramHead.train(texts, labels, CLASSES, Schedule.sparse(labels.length, effort));
    }

    /** Returns how much speaks for a text being the bot's: the higher the more, on a scale of this gate's own. */
    float inside(int[] text, float @Nullable [] vector) {
        if (ngrams != null) {
            float[] logs = ngrams.judge(text).logs();
            return Math.max(-SATURATION, Math.min(SATURATION, logs[0] - logs[OUTSIDE]));
        }
        return outsiders == null || vector == null ? 0 : -outsiders.nearness(vector, 1)[0];
    }

    void write(ModelOutput out) {
        out.putInt(ngrams == null ? 0 : 1);
        if (ngrams != null) {
            ngrams.write(out);
        } else {
            out.putInt(outsiders == null ? 0 : outsiders.dimension());
            out.putFloats(outsiders == null ? new float[0] : outsiders.rows());
        }
    }

    static Gate read(ModelInput in) {
        if (in.getInt(0, 1) == 1) {
            return new Gate(null, NgramHead.read(in, CLASSES));
        }
        int dimension = in.getInt(0, MAX_LINES * MAX_LINES);
        float[] rows = in.getFloats();
        if (dimension == 0 || rows.length == 0 || rows.length % dimension != 0) {
            return new Gate(null, null);
        }
        return new Gate(new Prototypes(dimension, rows, new int[rows.length / dimension]), null);
    }
}
