package dev.sotto.nlu.intent;

import dev.sotto.nlu.intent.IntentLearner.Effort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out how far a kind of classifier can be trusted with a training set: trains it without some of the examples,
 * asks it about those, and asks it about lines that belong to no bot. Small sets are left out fifth by fifth, of middling
 * ones two fifths, of large ones a tenth. Confined to one training.
 */
public final class CrossFit {

    private static final int FOLDS = 5;
    private static final int SMALL = 300;
    private static final int LARGE = 2_000;

    /** A class with fewer different examples cannot spare one. */
    private static final int SPARES_FROM = 3;

    /** With fewer held-out examples than this, a fit would follow chance. */
    private static final int FEW = 12;

    /** How much the background counts beside all examples together: outsiders are rarer where a bot knows a lot. */
    private static final double OUTSIDERS_SMALL = 0.3;

    private static final double OUTSIDERS_LARGE = 0.03;

    /** A background line nearer than this share of the held-out examples may be of the bot's own subject. */
    private static final double SUBJECT_SHARE = 0.5;

    private final IntentLearner learner;
    private final List<Sample> samples;
    private final int classes;
    private final List<String> background;
    private final List<Evidence> held = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<Evidence> outside = new ArrayList<>();

    /**
     * @param samples grouped by example
     * @param background lines that belong to no bot, in the language of the samples; may be empty
     */
    public CrossFit(IntentLearner learner, List<Sample> samples, int classes, List<String> background) {
        this.learner = learner;
        this.samples = samples;
        this.classes = classes;
        this.background = background;
    }

    /**
     * Returns the calibration.
     *
     * @param unmeasured what to return for a set too small to measure
     */
    public Calibration calibrate(Calibration unmeasured) {
        if (samples.size() < LARGE) {
            for (int fold = 0; fold < (samples.size() < SMALL ? FOLDS : 2); fold++) {
                run(heldOut(FOLDS, fold), Effort.FULL, FOLDS, fold);
            }
        } else {
            run(heldOut(2 * FOLDS, 0), Effort.HASTY, 2, 0);
        }
        return held.size() < FEW ? unmeasured : Calibration.fit(judged());
    }

    private void run(boolean[] out, Effort effort, int parts, int part) {
        List<Sample> in = new ArrayList<>();
        List<Sample> left = new ArrayList<>();
        for (int i = 0; i < out.length; i++) {
            (out[i] ? left : in).add(samples.get(i));
        }
        if (left.isEmpty()) {
            return;
        }
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < background.size(); i++) {
            (i % parts == part ? unknown : known).add(background.get(i));
        }
        IntentScorer scorer = learner.learn(in, known, effort);
        for (Sample sample : left) {
            Evidence evidence = scorer.judge(sample.text());
            held.add(evidence);
            right.add(evidence.best() == sample.label());
        }
        unknown.forEach(line -> outside.add(scorer.judge(line)));
    }

    /** Marks one part of each class, variants of one example together. */
    private boolean[] heldOut(int parts, int part) {
        boolean[] out = new boolean[samples.size()];
        int[] groups = new int[classes];
        int[] lastGroup = new int[classes];
        Arrays.fill(lastGroup, -1);
        int[] numbers = new int[samples.size()];
        for (int i = 0; i < out.length; i++) {
            Sample sample = samples.get(i);
            if (sample.group() != lastGroup[sample.label()]) {
                lastGroup[sample.label()] = sample.group();
                groups[sample.label()]++;
            }
            numbers[i] = groups[sample.label()] - 1;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = groups[samples.get(i).label()] >= SPARES_FROM && numbers[i] % parts == part;
        }
        return out;
    }

    private List<Calibration.Judged> judged() {
        List<Calibration.Judged> judged = new ArrayList<>();
        double[] nearness =
                held.stream().mapToDouble(Evidence::closeness).sorted().toArray();
        double near = nearness[(int) (SUBJECT_SHARE * nearness.length)];
        for (int i = 0; i < held.size(); i++) {
            judged.add(new Calibration.Judged(held.get(i), right.get(i), 1.0 / held.size()));
        }
        List<Evidence> outsiders =
                outside.stream().filter(e -> e.closeness() < near).toList();
        double share = Schedule.isLarge(samples.size(), classes) ? OUTSIDERS_LARGE : OUTSIDERS_SMALL;
        for (Evidence outsider : outsiders) {
            judged.add(new Calibration.Judged(outsider, false, share / outsiders.size()));
        }
        return judged;
    }
}
