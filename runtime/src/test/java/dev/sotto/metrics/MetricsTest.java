package dev.sotto.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.BotName;
import dev.sotto.nlu.IntentName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final BotName BANK = new BotName("bank");

    private final Metrics metrics = new Metrics();

    @Test
    void countsTurnsByBotIntentAndOutcome() {
        metrics.turn(BANK, Optional.of(new IntentName("pay-someone")), TurnOutcome.UNDERSTOOD);
        metrics.turn(BANK, Optional.of(new IntentName("pay-someone")), TurnOutcome.UNDERSTOOD);
        metrics.turn(BANK, Optional.empty(), TurnOutcome.NOT_UNDERSTOOD);

        assertThat(metrics.scrape())
                .contains("sotto_turns_total{bot=\"bank\",intent=\"pay-someone\",outcome=\"understood\"} 2.0")
                .contains("sotto_turns_total{bot=\"bank\",intent=\"none\",outcome=\"not_understood\"} 1.0");
    }

    @Test
    void measuresStagesInBuckets() {
        metrics.took(Stage.UNDERSTAND, Duration.ofMillis(3));

        assertThat(metrics.scrape())
                .contains("sotto_turn_duration_seconds_bucket{stage=\"understand\",le=\"0.002\"} 0")
                .contains("sotto_turn_duration_seconds_bucket{stage=\"understand\",le=\"0.004\"} 1")
                .contains("sotto_turn_duration_seconds_count{stage=\"total\"} 0");
    }

    @Test
    void showsABoundWithItsLimitAndHowOftenItWasReached() {
        AtomicLong depth = new AtomicLong(3);
        metrics.bound(Bound.NLU_QUEUE, 64, depth::get);
        metrics.boundReached(Bound.NLU_QUEUE);
        depth.set(5);

        assertThat(metrics.scrape())
                .contains("sotto_bound_limit{bound=\"nlu-queue\"} 64.0")
                .contains("sotto_bound_used{bound=\"nlu-queue\"} 5.0")
                .contains("sotto_bound_reached_total{bound=\"nlu-queue\"} 1.0");
    }

    @Test
    void countsWhatIsNoCodeAsOther() {
        metrics.refused("token.invalid");
        metrics.refused("Send my sister ten pounds");

        assertThat(metrics.scrape())
                .contains("sotto_refusals_total{code=\"token.invalid\"} 1.0")
                .contains("sotto_refusals_total{code=\"other\"} 1.0")
                .doesNotContain("sister");
    }

    @Test
    void keepsTheNumberOfSeriesBounded() {
        for (int i = 0; i < Metrics.MAX_SERIES + 50; i++) {
            metrics.turn(BANK, Optional.of(new IntentName("intent-" + i)), TurnOutcome.UNDERSTOOD);
        }

        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("sotto_turns_total")))
                .hasSize(Metrics.MAX_SERIES + 1)
                .contains("sotto_turns_total{bot=\"other\",intent=\"other\",outcome=\"understood\"} 50.0");
    }

    @Test
    void showsTheProcessItself() {
        assertThat(metrics.scrape())
                .contains("jvm_memory_used_bytes{area=\"heap\"}")
                .contains("jvm_threads ")
                .contains("jvm_gc_seconds_count{collector=")
                .contains("process_uptime_seconds ");
    }

    @Test
    void givesEachBoundTheNameOfItsConfigurationKey() {
        assertThat(Bound.UNPROVEN_SOCKETS.configKey()).isEqualTo("limits.unproven-sockets");
    }
}
