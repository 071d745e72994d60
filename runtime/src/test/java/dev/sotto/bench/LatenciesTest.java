package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LatenciesTest {

    private static final long MS = 1_000_000;

    @Test
    void tellsTheTimeWithinWhichAShareWasAnswered() {
        Latencies latencies = new Latencies(1000);
        List<Integer> order = new ArrayList<>();
        for (int ms = 1; ms <= 1000; ms++) {
            order.add(ms);
        }
        Collections.shuffle(order, new Random(4));
        order.forEach(ms -> latencies.answered(ms * MS));

        assertThat(latencies.within(0.5)).isEqualTo(500);
        assertThat(latencies.within(0.99)).isEqualTo(990);
        assertThat(latencies.within(0.999)).isEqualTo(999);
        assertThat(latencies.within(1)).isEqualTo(1000);
    }

    @Test
    void takesTheWorstOfAFewForAHighShare() {
        Latencies latencies = new Latencies(3);
        latencies.answered(MS);
        latencies.answered(9 * MS);
        latencies.answered(2 * MS);

        assertThat(latencies.within(0.99)).isEqualTo(9);
        assertThat(latencies.within(0.5)).isEqualTo(2);
    }

    @Test
    void dropsWhatComesAfterTheEnd() {
        Latencies latencies = new Latencies(2);
        latencies.answered(MS);
        latencies.close();
        latencies.answered(MS);
        latencies.refused("late");

        assertThat(latencies.refusals()).containsOnlyKeys(Latencies.UNANSWERED).containsEntry(Latencies.UNANSWERED, 1);
    }
}
