package dev.sotto.audit;

/** Where audit events go. Safe for any thread; never blocks and never fails towards the caller. */
@FunctionalInterface
public interface AuditSink {

    /** Takes an event. It happened just now. */
    void record(AuditEvent event);
}
