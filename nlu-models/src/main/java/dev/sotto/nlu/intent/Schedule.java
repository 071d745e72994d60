package dev.sotto.nlu.intent;

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

    static Schedule dense(int examples) {
        return examples < SMALL ? new Schedule(60, 8) : new Schedule(20, 32);
    }

    static Schedule sparse(int examples) {
        return examples < SMALL ? new Schedule(20, 1) : new Schedule(12, 1);
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
