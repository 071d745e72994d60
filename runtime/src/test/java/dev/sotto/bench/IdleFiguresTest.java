package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IdleFiguresTest {

    @Test
    void dividesWhatWasAddedByTheSessions() {
        IdleFigures figures = new IdleFigures(1000, 2, 200 * 1024, 320 * 1024, 280 * 1024, 4500);

        assertThat(figures.kibEach()).isEqualTo(81.92);
        assertThat(figures.asJson().toString())
                .isEqualTo("{\"kib_per_session\":81.92,\"rss_before_mib\":200.0,\"rss_opened_mib\":320.0,"
                        + "\"rss_idle_mib\":280.0,\"lost\":2,\"cpu_us_to_open\":4500}");
    }
}
