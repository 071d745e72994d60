package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One figure of several runs.
 *
 * @param median of an even number the upper of the two in the middle, so that no value is made up
 */
record Spread(double median, double least, double most) {

    private static final double DIGITS = 1000;

    /** Sums up at least one value. */
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** Returns the figure in JSON; a value without limit, of turns that were never answered, is null. */
    ObjectNode asJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "median", median);
        put(node, "least", least);
        put(node, "most", most);
        return node;
    }

    /** Puts a number with three digits after the point, or null if it has no limit. */
    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, Math.round(value * DIGITS) / DIGITS);
        } else {
            node.putNull(name);
        }
    }
}
