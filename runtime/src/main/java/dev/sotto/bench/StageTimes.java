package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Where the processor time of listening goes; a stage within a stage counts for itself alone. Safe for many threads. */
final class StageTimes {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Stage, LongAdder> spent = new EnumMap<>(Stage.class);
    private final ThreadLocal<long[]> within = ThreadLocal.withInitial(() -> new long[1]);

    /** What is done with audio. */
    enum Stage {
        /** Bytes to samples, the rate, what is kept, and whose turn it is. */
        LINE,
        VOICE_OR_NOT,
        WORDS_SO_FAR,
        WHOLE_TURN
    }

    StageTimes() {
        for (Stage stage : Stage.values()) {
            spent.put(stage, new LongAdder());
        }
    }

    /** Does something and counts its time to a stage. */
    <T> T during(Stage stage, Supplier<T> work) {
        long[] inner = within.get();
        long before = inner[0];
        inner[0] = 0;
        long began = threads.getCurrentThreadCpuTime();
        try {
            return work.get();
        } finally {
            long took = threads.getCurrentThreadCpuTime() - began;
            adder(stage).add(took - inner[0]);
            inner[0] = before + took;
        }
    }

    /** Returns the share of each stage. */
    ObjectNode shares() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        double all = spent.values().stream().mapToLong(LongAdder::sum).sum();
        spent.forEach((stage, time) ->
                Spread.put(node, stage.name().toLowerCase(Locale.ROOT), time.sum() / Math.max(all, 1)));
        return node;
    }

    private LongAdder adder(Stage stage) {
        return spent.getOrDefault(stage, new LongAdder());
    }
}
