package dev.sotto.audit;

import dev.sotto.log.Event;
import dev.sotto.log.Field;
import java.util.List;

/** An audit event in the words of the structured log. */
public record LogLine(Event event, List<Field> fields) {

    public LogLine {
        fields = List.copyOf(fields);
    }

    static LogLine of(Event event, Field... fields) {
        return new LogLine(event, List.of(fields));
    }
}
