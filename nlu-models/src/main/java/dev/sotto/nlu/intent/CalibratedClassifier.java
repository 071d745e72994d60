package dev.sotto.nlu.intent;

/**
 * A scorer whose likeliest class is given with the chance that it is right; the others keep their proportion to it.
 * Immutable; safe for many threads at once.
 */
public final class CalibratedClassifier implements IntentClassifier {

    private final IntentScorer scorer;
    private final Calibration calibration;

    public CalibratedClassifier(IntentScorer scorer, Calibration calibration) {
        this.scorer = scorer;
        this.calibration = calibration;
    }

    @Override
    public double[] confidences(String text) {
        Evidence evidence = scorer.judge(text);
        int best = evidence.best();
        double chance = calibration.chance(evidence);
        double[] confidences = new double[evidence.logs().length];
        for (int k = 0; k < confidences.length; k++) {
            double relative = Math.exp(evidence.logs()[k] - evidence.logs()[best]);
            confidences[k] = k == best ? chance : Math.min(chance * relative, 1 - chance);
        }
        return confidences;
    }
}
