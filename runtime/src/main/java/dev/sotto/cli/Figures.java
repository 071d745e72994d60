package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;

/** Figures as commands print them in JSON. */
final class Figures {

    private static final double NANOS_PER_TENTH = 1e5;
    private static final double TENTHS_PER_MS = 10;

    private Figures() {}

    /** Returns a time in milliseconds, to a tenth. */
    static double millis(long nanos) {
        return Math.round(nanos / NANOS_PER_TENTH) / TENTHS_PER_MS;
    }

    /** Puts a figure, or null if there is none. */
    static void put(ObjectNode node, String name, OptionalDouble figure) {
        if (figure.isPresent()) {
            node.put(name, figure.getAsDouble());
        } else {
            node.putNull(name);
        }
    }
}
