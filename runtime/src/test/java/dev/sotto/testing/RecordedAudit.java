package dev.sotto.testing;

import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.AuditSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers every audit event in order. Safe for any thread. */
public final class RecordedAudit implements AuditSink {

    private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void record(AuditEvent event) {
        events.add(event);
    }

    /** Returns all events. */
    public List<AuditEvent> events() {
        return List.copyOf(events);
    }

    /** Returns the events of one kind. */
    public <T extends AuditEvent> List<T> of(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
