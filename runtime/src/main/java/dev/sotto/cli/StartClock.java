package dev.sotto.cli;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/** How long ago the command was called. */
final class StartClock {

    private static final long MICROS = 1_000_000;

    private StartClock() {}

    /** Returns the time since the launcher began or, where nothing says when that was, since this Java did. */
    static Duration elapsed() {
        Instant now = Instant.now();
        Long micros = Long.getLong("sotto.started");
        if (micros == null) {
            return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        }
        return Duration.between(Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000), now);
    }
}
