package dev.sotto.nlu.intent;

import dev.sotto.nlu.intent.IntentLearner.Effort;
import java.util.Random;

/**
 * How long and in which steps to train.
 *
 * @param epochs passes over the examples
 * @param batch examples for one step
 */
record Schedule(int epochs, int batch) {

    /** The one seed of all trainers. */
    static final long SEED = 1;

    /** Sets of fewer examples are passed over more often, in smaller steps. */
    private static final int SMALL = 2_000;

    /** From this many examples a class on average, a set counts as large. */
    private static final int MANY = 15;

    /** Returns whether there are many examples for each class. */
    static boolean isLarge(int examples, int classes) {
        return examples >= MANY * classes;
    }

    static Schedule dense(int examples, Effort effort) {
        return examples < SMALL ? new Schedule(60, 8) : new Schedule(effort == Effort.FULL ? 20 : 10, 32);
    }

    static Schedule sparse(int examples, Effort effort) {
        return examples < SMALL ? new Schedule(20, 1) : new Schedule(effort == Effort.FULL ? 12 : 6, 1);
    }

    static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
