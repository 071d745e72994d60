package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What idle conversations cost one server.
 *
 * @param lost connections that did not last
 * @param beforeKib resident memory before the first
 * @param mostKib when the last had just come
 * @param afterKib when the server had had time to tidy up
 * @param cpuMicros the server's processor time for one of them to come, be greeted and have a turn
 */
record IdleFigures(int count, long lost, long beforeKib, long mostKib, long afterKib, long cpuMicros) {

    private static final double KIB_PER_MIB = 1024;

    /** Returns the resident memory that each conversation added, in KiB. */
    double kibEach() {
        return (double) (afterKib - beforeKib) / count;
    }

    ObjectNode asJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Spread.put(node, "kib_per_session", kibEach());
        Spread.put(node, "rss_before_mib", beforeKib / KIB_PER_MIB);
        Spread.put(node, "rss_opened_mib", mostKib / KIB_PER_MIB);
        Spread.put(node, "rss_idle_mib", afterKib / KIB_PER_MIB);
        return node.put("lost", lost).put("cpu_us_to_open", cpuMicros);
    }
}
