package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One run of one side.
 *
 * @param cpuMicros the server's processor time for one turn
 * @param generatorMicros this process's, for one turn
 */
record TurnsRun(Latencies latencies, double cpuMicros, double generatorMicros) {

    double p50() {
        return latencies.within(0.5);
    }

    double p99() {
        return latencies.within(0.99);
    }

    long refused() {
        return latencies.refusals().values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    ObjectNode asJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("turns", latencies.turns());
        Spread.put(node, "p50_ms", p50());
        Spread.put(node, "p90_ms", latencies.within(0.9));
        Spread.put(node, "p99_ms", p99());
        Spread.put(node, "max_ms", latencies.within(1));
        node.put("cpu_us_per_turn", Math.round(cpuMicros)).put("generator_us_per_turn", Math.round(generatorMicros));
        Spread.put(node, "generator_late_p99_ms", latencies.lateWithin(0.99));
        ObjectNode refusals = node.putObject("refused");
        latencies.refusals().forEach(refusals::put);
        return node;
    }
}
