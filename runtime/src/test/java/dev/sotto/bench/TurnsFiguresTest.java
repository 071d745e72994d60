package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TurnsFiguresTest {

    private static final long MS = 1_000_000;
    private static final Saturation LIMIT = new Saturation(800, Optional.of(880.0));
    private static final HeldOut.Score SCORE = new HeldOut.Score(0.96, 0.8);

    @Test
    void givesTheMedianOfTheRunsAndTheirSpread() {
        JsonNode figures = new TurnsFigures(List.of(run(5), run(2), run(3)), LIMIT, SCORE, 2048).asJson();

        assertThat(figures.path("p50_ms").asDouble()).isEqualTo(3);
        assertThat(figures.path("spread").path("p50_ms").toString())
                .isEqualTo("{\"median\":3.0,\"least\":2.0,\"most\":5.0}");
        assertThat(figures.path("runs")).hasSize(3);
        assertThat(figures.path("saturation_per_s").asDouble()).isEqualTo(800);
        assertThat(figures.path("rss_mib").asDouble()).isEqualTo(2);
        assertThat(figures.path("accuracy").asDouble()).isEqualTo(0.96);
    }

    @Test
    void saysNothingWhereTurnsWereNotAnswered() {
        Latencies latencies = new Latencies(2);
        latencies.answered(MS);
        latencies.refused("busy.nlu");

        JsonNode figures = new TurnsFigures(List.of(new TurnsRun(latencies, 1, 1)), LIMIT, SCORE, 1).asJson();

        assertThat(figures.path("p50_ms").asDouble()).isEqualTo(1);
        assertThat(figures.path("p99_ms").isNull()).isTrue();
        assertThat(figures.path("refused").asInt()).isEqualTo(1);
        assertThat(figures.path("runs").path(0).path("refused").path("busy.nlu").asInt())
                .isEqualTo(1);
    }

    @Test
    void dividesFigureByFigure() {
        TurnsFigures ours = new TurnsFigures(List.of(run(3)), LIMIT, SCORE, 3072);
        TurnsFigures theirs = new TurnsFigures(
                List.of(run(2)), new Saturation(1600, Optional.empty()), new HeldOut.Score(0.9, 0), 1024);

        JsonNode ratio = ours.ratioTo(theirs);

        assertThat(ratio.path("p50_ms").asDouble()).isEqualTo(1.5);
        assertThat(ratio.path("saturation_per_s").asDouble()).isEqualTo(0.5);
        assertThat(ratio.path("rss_mib").asDouble()).isEqualTo(3);
        assertThat(ratio.has("rejected")).isFalse();
    }

    /** Every turn took this long. */
    private static TurnsRun run(int ms) {
        Latencies latencies = new Latencies(10);
        for (int i = 0; i < latencies.turns(); i++) {
            latencies.sent(0);
            latencies.answered(ms * MS);
        }
        return new TurnsRun(latencies, 100 * ms, 10);
    }
}
