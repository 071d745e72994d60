package dev.sotto.installed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class BenchTest {

    @Test
    void measuresTurnsFromOutside() throws IOException, InterruptedException {
        Launch launch = Launch.of(
                "bench",
                "turns",
                "--peer",
                "none",
                "--most",
                "8",
                "--rate",
                "8",
                "--runs",
                "2",
                "--seconds",
                "0.5",
                "--warm-up",
                "0.5",
                "--connections",
                "4",
                "--json");

        assertThat(launch.exitCode()).as("%s", launch.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(launch.out().get(0));
        assertThat(launch.out()).hasSize(1);
        assertThat(result.path("machine").path("processors").asInt()).isPositive();
        assertThat(result.path("settings").path("rate_per_s").asDouble()).isEqualTo(8);
        JsonNode sotto = result.path("sotto");
        assertThat(sotto.path("runs"))
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.path("turns").asInt()).isEqualTo(4));
        assertThat(sotto.path("p50_ms").asDouble()).isPositive();
        assertThat(sotto.path("refused").asInt()).isZero();
        assertThat(sotto.path("accuracy").asDouble()).isGreaterThan(0.8);
        assertThat(result.has("ratio")).isFalse();
    }

    @Test
    void measuresIdleSessionsFromOutside() throws IOException, InterruptedException {
        Launch launch = Launch.of(
                "bench", "idle", "--peer", "none", "--sessions", "10,20", "--warm-up", "5", "--settle", "0", "--json");

        assertThat(launch.exitCode()).as("%s", launch.err()).isZero();
        JsonNode rows = new ObjectMapper().readTree(launch.out().get(0)).path("sessions");
        assertThat(rows).hasSize(2);
        assertThat(rows.path(1).path("count").asInt()).isEqualTo(20);
        assertThat(rows.path(1).path("sotto").path("rss_idle_mib").asDouble()).isPositive();
        assertThat(rows.path(1).path("sotto").path("lost").asInt()).isZero();
    }

    @Test
    void refusesWhatCannotBeMeasured() throws IOException, InterruptedException {
        assertThat(Launch.of("bench", "turns", "--most", "8", "--rate", "0").exitCode())
                .isEqualTo(2);
        assertThat(Launch.of("bench", "idle", "--sessions", "0").exitCode()).isEqualTo(2);
    }
}
