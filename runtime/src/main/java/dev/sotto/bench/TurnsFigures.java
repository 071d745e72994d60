package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one side came to. */
record TurnsFigures(List<TurnsRun> runs, Saturation saturation, HeldOut.Score score, long residentKib) {

    private static final double KIB_PER_MIB = 1024;

    TurnsFigures {
        runs = List.copyOf(runs);
    }

    /** Returns everything. */
    ObjectNode asJson() {
        ObjectNode node = summary();
        node.put("refused", runs.stream().mapToLong(TurnsRun::refused).sum());
        ObjectNode spread = node.putObject("spread");
        spread.set("p50_ms", of(TurnsRun::p50).asJson());
        spread.set("p99_ms", of(TurnsRun::p99).asJson());
        spread.set("cpu_us_per_turn", of(TurnsRun::cpuMicros).asJson());
        ObjectNode limit = spread.putObject("saturation_per_s");
        Spread.put(limit, "borne", saturation.borne());
        Spread.put(limit, "too_many", saturation.unbearable().orElse(Double.POSITIVE_INFINITY));
        ArrayNode each = node.putArray("runs");
        runs.forEach(run -> each.add(run.asJson()));
        return node;
    }

    /** Returns the figures that are compared, by name. */
    ObjectNode summary() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Spread.put(node, "p50_ms", of(TurnsRun::p50).median());
        Spread.put(node, "p99_ms", of(TurnsRun::p99).median());
        Spread.put(node, "cpu_us_per_turn", of(TurnsRun::cpuMicros).median());
        Spread.put(node, "saturation_per_s", saturation.borne());
        Spread.put(node, "accuracy", score.accuracy());
        Spread.put(node, "rejected", score.rejected());
        Spread.put(node, "rss_mib", residentKib / KIB_PER_MIB);
        return node;
    }

    /** Returns these figures divided by another's, where there is something to divide. */
    ObjectNode ratioTo(TurnsFigures other) {
        ObjectNode ratio = JsonNodeFactory.instance.objectNode();
        ObjectNode theirs = other.summary();
        summary().properties().forEach(figure -> {
            double divisor = theirs.path(figure.getKey()).asDouble();
            if (divisor > 0 && figure.getValue().isNumber()) {
                Spread.put(ratio, figure.getKey(), figure.getValue().asDouble() / divisor);
            }
        });
        return ratio;
    }

    private Spread of(ToDoubleFunction<TurnsRun> figure) {
        return Spread.of(runs.stream().map(figure::applyAsDouble).toList());
    }
}
