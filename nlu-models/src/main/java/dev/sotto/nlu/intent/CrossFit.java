package dev.sotto.nlu.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out how far a model can be trusted: trains it without some of the examples, asks it about those, and asks it about lines
 * that belong to no bot. Small sets are left out fifth by fifth, of large ones a tenth once. Confined to one training.
 */
final class CrossFit {

    private static final int FOLDS = 5;
    private static final int SMALL = 2_000;
    private static final Schedule SHORT_DENSE = new Schedule(10, 32);
    private static final Schedule SHORT_SPARSE = new Schedule(6, 1);

    /** A class with fewer different examples cannot spare one. */
    private static final int SPARES_FROM = 3;

    /** With fewer held-out examples than this, a fit would follow chance. */
    private static final int FEW = 12;

    /** For bots too small to measure; what few-shot sets gave. */
    private static final Calibration UNMEASURED_VECTORS = new Calibration(0.8, 6, -3.5);

    private static final Calibration UNMEASURED_NGRAMS = new Calibration(1.1, 4, -2);

    /** How much the background counts beside all examples together: outsiders are rarer where a bot knows a lot. */
    private static final double OUTSIDERS_SMALL = 0.3;

    private static final double OUTSIDERS_LARGE = 0.1;

    /** A background line nearer than this share of the held-out examples may be of the bot's own subject. */
    private static final double SUBJECT_SHARE = 0.1;

    private final Corpus corpus;
    private final Corpus background;
    private final Pool.Mix mix;
    private final List<Evidence> held = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<Evidence> outside = new ArrayList<>();

    CrossFit(Corpus corpus, Corpus background) {
        this.corpus = corpus;
        this.background = background;
        this.mix = Pool.Mix.of(corpus);
    }

    Calibration calibrate() {
        if (corpus.size() < SMALL) {
            for (int fold = 0; fold < FOLDS; fold++) {
                Schedule dense = Schedule.dense(corpus.size());
                run(heldOut(FOLDS, fold), dense, Schedule.sparse(corpus.size()), FOLDS, fold);
            }
        } else {
            run(heldOut(2 * FOLDS, 0), SHORT_DENSE, SHORT_SPARSE, 1, 0);
        }
        if (held.size() < FEW) {
            return corpus.vectors() == null ? UNMEASURED_NGRAMS : UNMEASURED_VECTORS;
        }
        return Calibration.fit(judged());
    }

    private void run(boolean[] out, Schedule dense, Schedule sparse, int parts, int part) {
        boolean[] in = new boolean[out.length];
        int kept = 0;
        for (int i = 0; i < out.length; i++) {
            in[i] = !out[i];
            kept += in[i] ? 1 : 0;
        }
        if (kept == out.length) {
            return;
        }
        Pool pool = Pool.train(corpus.only(in), mix, dense, sparse);
        for (int i = 0; i < out.length; i++) {
            if (out[i]) {
                Evidence evidence = pool.judge(corpus.ngrams()[i], corpus.vector(i));
                held.add(evidence);
                right.add(evidence.best() == corpus.labels()[i]);
            }
        }
        for (int i = part; i < background.size(); i += parts) {
            outside.add(pool.judge(background.ngrams()[i], background.vector(i)));
        }
    }

    /** Marks one part of each class, variants of one example together. */
    private boolean[] heldOut(int parts, int part) {
        boolean[] out = new boolean[corpus.size()];
        int[] groups = new int[corpus.classes()];
        int[] lastGroup = new int[corpus.classes()];
        Arrays.fill(lastGroup, -1);
        int[] numbers = new int[corpus.size()];
        for (int i = 0; i < out.length; i++) {
            int label = corpus.labels()[i];
            if (corpus.groups()[i] != lastGroup[label]) {
                lastGroup[label] = corpus.groups()[i];
                groups[label]++;
            }
            numbers[i] = groups[label] - 1;
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = groups[corpus.labels()[i]] >= SPARES_FROM && numbers[i] % parts == part;
        }
        return out;
    }

    private List<Calibration.Judged> judged() {
        List<Calibration.Judged> judged = new ArrayList<>();
        double[] nearness =
                held.stream().mapToDouble(Evidence::nearness).sorted().toArray();
        double near = nearness[(int) (SUBJECT_SHARE * nearness.length)];
        for (int i = 0; i < held.size(); i++) {
            judged.add(new Calibration.Judged(held.get(i), right.get(i), 1.0 / held.size()));
        }
        List<Evidence> outsiders =
                outside.stream().filter(e -> e.nearness() < near).toList();
        double share = mix.large() ? OUTSIDERS_LARGE : OUTSIDERS_SMALL;
        for (Evidence outsider : outsiders) {
            judged.add(new Calibration.Judged(outsider, false, share / outsiders.size()));
        }
        return judged;
    }
}
