package dev.sotto.audit;

import dev.sotto.log.Component;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;

/** Writes audit events into the structured log. Safe for any thread. */
public final class LogAuditSink implements AuditSink {

    private final EventLog log = EventLog.of(Component.AUDIT);

    @Override
    public void record(AuditEvent event) {
        LogLine line = event.line();
        log.info(line.event(), line.fields().toArray(new Field[0]));
    }
}
