package dev.sotto.nlu.crf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Holds the sums and the best path to those over all ways, written out. */
class LatticeTest {

    private static final int LABELS = 5;
    private static final int LENGTH = 4;

    @RepeatedTest(20)
    void sumsUpAllWaysAndFindsTheBest(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        float[] emissions = numbers(random, LENGTH * LABELS);
        float[] pairs = numbers(random, (LABELS + 1) * LABELS);
        double[] marginals = new double[LENGTH * LABELS];
        int[] best = new int[LENGTH];
        double highest = Double.NEGATIVE_INFINITY;
        double total = 0;
        for (int way = 0; way < (int) Math.pow(LABELS, LENGTH); way++) {
            int[] path = path(way);
            double score = score(path, emissions, pairs);
            double weight = Math.exp(score);
            total += weight;
            for (int at = 0; at < LENGTH; at++) {
                marginals[at * LABELS + path[at]] += weight;
            }
            if (score > highest) {
                highest = score;
                best = path;
            }
        }

        Lattice lattice = new Lattice(emissions.clone(), LABELS, Transitions.of(pairs, LABELS));
        lattice.sum();

        float[] marginal = new float[LABELS];
        for (int at = 0; at < LENGTH; at++) {
            lattice.marginals(at, marginal);
            for (int k = 0; k < LABELS; k++) {
                assertThat((double) marginal[k]).isCloseTo(marginals[at * LABELS + k] / total, within(1e-4));
            }
        }
        assertThat(lattice.best()).isEqualTo(best);
    }

    private static float[] numbers(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static int[] path(int way) {
        int[] path = new int[LENGTH];
        for (int at = 0, rest = way; at < LENGTH; at++, rest /= LABELS) {
            path[at] = rest % LABELS;
        }
        return path;
    }

    private static double score(int[] path, float[] emissions, float[] pairs) {
        double score = 0;
        for (int at = 0; at < LENGTH; at++) {
            int before = at == 0 ? LABELS : path[at - 1];
            if (!Labels.mayFollow(at == 0 ? -1 : before, path[at])) {
                return Double.NEGATIVE_INFINITY;
            }
            score += emissions[at * LABELS + path[at]] + pairs[before * LABELS + path[at]];
        }
        return score;
    }
}
