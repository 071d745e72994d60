package dev.sotto.nlu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentileTest {

    @Test
    void isTheLeastValueThatTheShareIsNotAbove() {
        double[] sorted = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

        assertThat(Percentile.of(0.5, sorted)).isEqualTo(50);
        assertThat(Percentile.of(0.95, sorted)).isEqualTo(95);
        assertThat(Percentile.of(1, sorted)).isEqualTo(100);
        assertThat(Percentile.of(0.001, sorted)).isEqualTo(1);
    }

    @Test
    void isOneOfTheValuesHoweverFewThereAre() {
        assertThat(Percentile.of(0.5, new double[] {1, 9})).isEqualTo(1);
        assertThat(Percentile.of(0.95, new double[] {1, 9})).isEqualTo(9);
        assertThat(Percentile.of(0.5, new double[0])).isInfinite();
    }
}
