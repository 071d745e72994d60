package dev.sotto.nlu.intent;

import dev.sotto.nlu.intent.IntentLearner.Effort;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import org.jspecify.annotations.Nullable;

/**
 * The heads, and the gate beside them. Immutable and safe for any thread.
 *
 * @param gate null where there were no outsiders to learn from
 */
record GatedPool(Pool pool, @Nullable Gate gate) {

    /** With fewer outsiders there is nothing to learn. */
    private static final int FEW = 10;

    static GatedPool train(Corpus inside, Corpus outside, Pool.Mix mix, Effort effort) {
        Pool pool = Pool.train(inside, mix, effort);
        if (outside.size() < FEW) {
            return new GatedPool(pool, null);
        }
        float[] near = new float[inside.size() + outside.size()];
        for (int i = 0; i < near.length; i++) {
            Corpus corpus = i < inside.size() ? inside : outside;
            near[i] = corpus.judgedBy(pool, i < inside.size() ? i : i - inside.size())
                    .closeness();
        }
        return new GatedPool(pool, Gate.train(inside, outside, near, effort));
    }

    Evidence judge(int[] text, float @Nullable [] vector) {
        Evidence evidence = pool.judge(text, vector);
        return gate == null ? evidence : evidence.withInside(gate.inside(text, vector));
    }

    void write(ModelOutput out) {
        pool.write(out);
        out.putInt(gate == null ? 0 : 1);
        if (gate != null) {
            gate.write(out);
        }
    }

    static GatedPool read(ModelInput in) {
        Pool pool = Pool.read(in);
        return new GatedPool(pool, in.getInt(0, 1) == 1 ? Gate.read(in) : null);
    }
}
