package dev.sotto.nlu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {

    private static final double EXACT = 1e-12;

    @Test
    void countsAccuracyAndMacroF1() {
        List<String> labels = List.of("a", "a", "b", "b", "c");
        List<String> guesses = List.of("a", "b", "b", "b", "a");

        // a: 2*1/(2+2), b: 2*2/(2+3), c: 0.
        assertThat(Scores.macroF1(labels, guesses)).isCloseTo((0.5 + 0.8 + 0) / 3, within(EXACT));
        assertThat(Scores.accuracy(List.of(new Judgement(1, true), new Judgement(1, false))))
                .isEqualTo(0.5);
    }

    @Test
    void measuresTheGapBetweenConfidenceAndAccuracy() {
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            judgements.add(new Judgement(0.9, i < 6));
        }
        assertThat(Scores.calibrationError(judgements)).isCloseTo(0.3, within(EXACT));
        judgements.addAll(List.of(new Judgement(1.0, true), new Judgement(1.0, true)));
        assertThat(Scores.calibrationError(judgements)).isCloseTo(0.3 * 10 / 12, within(1e-9));
    }

    @Test
    void countsPairsForTheAreaUnderTheCurve() {
        List<Judgement> inside = List.of(new Judgement(0.9, true), new Judgement(0.5, true));
        List<Judgement> outside =
                List.of(new Judgement(0.1, false), new Judgement(0.5, false), new Judgement(0.7, false));

        // 0.9 beats all three, 0.5 beats one and ties with one.
        assertThat(new Rejection(inside, outside).auroc()).isCloseTo((3 + 1.5) / 6, within(EXACT));
    }

    @Test
    void findsTheRecallAtAnInScopeAccuracy() {
        List<Judgement> inside = new ArrayList<>();
        List<Judgement> outside = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            inside.add(new Judgement(0.5 + i / 200.0, i != 99));
            outside.add(new Judgement(i / 100.0, false));
        }
        Rejection rejection = new Rejection(inside, outside);

        // Ninety-nine are right; to keep 95.4 the threshold may cost three: those of 0.5, 0.505 and 0.51.
        assertThat(rejection.recallAt(0.954)).hasValueCloseTo(0.52, within(EXACT));
        assertThat(rejection.recallAt(0.995)).isEmpty();
    }

    @Test
    void putsTheCarefulPointBelowTheQuietOneInAccuracyAndAboveInRecall() {
        Random random = new Random(1);
        List<Judgement> inside = new ArrayList<>();
        List<Judgement> outside = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            inside.add(new Judgement(1 - Math.pow(random.nextDouble(), 2) * 0.9, random.nextInt(20) > 0));
        }
        for (int i = 0; i < 300; i++) {
            outside.add(new Judgement(random.nextDouble() * 0.8, false));
        }
        Rejection rejection = new Rejection(inside, outside);

        assertThat(rejection.careful().recall()).isGreaterThan(rejection.quiet().recall());
        assertThat(rejection.careful().inScope()).isLessThan(rejection.quiet().inScope());
    }
}
