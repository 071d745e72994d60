package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bench.StageTimes.Stage;
import org.junit.jupiter.api.Test;

class StageTimesTest {

    private static long busy() {
        long sum = 0;
        for (int i = 0; i < 20_000_000; i++) {
            sum = sum * 31 + i;
        }
        return sum;
    }

    @Test
    void countsAStageWithinAStageForItselfAlone() {
        StageTimes times = new StageTimes();

        long outer = times.during(Stage.LINE, () -> times.during(Stage.WHOLE_TURN, StageTimesTest::busy));

        assertThat(outer).isEqualTo(busy());
        ObjectNode shares = times.shares();
        assertThat(shares.path("whole_turn").asDouble()).isGreaterThan(0.9);
        assertThat(shares.path("line").asDouble()).isLessThan(0.1);
        assertThat(shares.path("words_so_far").asDouble()).isZero();
    }
}
