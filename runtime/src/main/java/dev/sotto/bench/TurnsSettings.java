package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * How turns are measured.
 *
 * @param rate turns a second
 * @param most the rate at which saturation is not looked for any higher
 * @param people how many connections the turns are spread over
 * @param runs of each side, taken in turns; medians count
 * @param length of a run
 * @param warmUp before anything counts, for compilers have to see what is hot
 * @param peer who is measured beside Sotto
 */
public record TurnsSettings(
        double rate, double most, int people, int runs, Duration length, Duration warmUp, Peer peer) {

    /** The 99th percentile above which a server counts as saturated. */
    static final double TOO_SLOW_MS = 50;

    /** How long a rate is tried when saturation is looked for; a run's length if that is less. */
    private static final Duration TRIAL = Duration.ofSeconds(3);

    public TurnsSettings {
        if (!(rate > 0) || people < 1 || runs < 1 || length.toMillis() < 1 || warmUp.isNegative()) {
            throw new IllegalArgumentException("rate, connections, runs and seconds must be above zero");
        }
    }

    Duration trial() {
        return length.compareTo(TRIAL) < 0 ? length : TRIAL;
    }

    ObjectNode asJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("bot", "bank")
                .put("rate_per_s", rate)
                .put("most_per_s", most)
                .put("connections", people)
                .put("runs", runs)
                .put("run_s", length.toMillis() / 1000.0)
                .put("warm_up_s", warmUp.toMillis() / 1000.0)
                .put("load", "open loop: a turn's time counts from when it was due")
                .put("generator", "a process of its own on the same machine, over WebSockets with TLS")
                .put("saturated", "p99 over " + Math.round(TOO_SLOW_MS) + " ms or any turn refused, twice in a row");
    }
}
