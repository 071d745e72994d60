package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ScheduleTest {

    @Test
    void spreadsTurnsEvenlyFromTheStart() {
        Schedule schedule = Schedule.of(400, Duration.ofSeconds(2));

        assertThat(schedule.turns()).isEqualTo(800);
        assertThat(schedule.dueAfter(0)).isZero();
        assertThat(schedule.dueAfter(1)).isEqualTo(2_500_000);
        assertThat(schedule.dueAfter(799)).isEqualTo(1_997_500_000);
    }

    @Test
    void doesNotDriftAtRatesThatDivideNothing() {
        Schedule schedule = Schedule.of(700, Duration.ofSeconds(100));

        assertThat(schedule.dueAfter(70_000)).isEqualTo(100_000_000_000L);
    }

    @Test
    void hasAtLeastOneTurn() {
        assertThat(Schedule.of(0.1, Duration.ofMillis(1)).turns()).isEqualTo(1);
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> Schedule.of(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schedule.of(Double.NaN, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
