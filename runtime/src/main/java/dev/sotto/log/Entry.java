package dev.sotto.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event with its fields, on its way through SLF4J as the only argument of an empty message. */
record Entry(
        Component component,
        Event event,
        List<Field> fields,
        @Nullable FaultId fault) {

    Entry {
        fields = List.copyOf(fields);
    }
}
