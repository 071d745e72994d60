package dev.sotto.nlu.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores of a classifier; shares from 0 to 1. */
final class Scores {

    private static final int BINS = 15;

    private Scores() {}

    static double accuracy(List<Judgement> judgements) {
        return judgements.stream().filter(Judgement::right).count() / (double) judgements.size();
    }

    /** Expected calibration error: the mean gap between confidence and accuracy over 15 bins, weighed by their size. */
    static double calibrationError(List<Judgement> judgements) {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (Judgement one : judgements) {
            int bin = Math.min(BINS - 1, (int) (one.confidence() * BINS));
            confidence[bin] += one.confidence();
            right[bin] += one.right() ? 1 : 0;
        }
        double gap = 0;
        for (int bin = 0; bin < BINS; bin++) {
            gap += Math.abs(confidence[bin] - right[bin]);
        }
        return gap / judgements.size();
    }

    /** The mean over all labelled classes of the harmonic mean of precision and recall. */
    static double macroF1(List<String> labels, List<String> guesses) {
        Map<String, int[]> counts = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            int[] label = counts.computeIfAbsent(labels.get(i), name -> new int[3]);
            label[1]++;
            counts.computeIfAbsent(guesses.get(i), name -> new int[3])[2]++;
            label[0] += labels.get(i).equals(guesses.get(i)) ? 1 : 0;
        }
        return counts.values().stream()
                .filter(count -> count[1] > 0)
                .mapToDouble(count -> 2.0 * count[0] / (count[1] + count[2]))
                .average()
                .orElse(0);
    }
}
