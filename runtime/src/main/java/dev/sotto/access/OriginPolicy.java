package dev.sotto.access;

import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.AuditSink;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may talk to this server: those listed, compared exactly, the server's own among them. Never decided by
 * what the request says of its own address (Host can be forged by rebinding a name). Immutable; safe for any thread.
 */
public final class OriginPolicy {

    private final Set<Origin> allowed;
    private final AuditSink audit;

    /**
     * @param allowed the operator's list and the server's own origins
     */
    public OriginPolicy(Set<Origin> allowed, AuditSink audit) {
        this.allowed = Set.copyOf(allowed);
        this.audit = audit;
    }

    /**
     * Admits a request by its Origin header.
     *
     * @param header null if there is none: then it is no page that asks
     * @return the origin of the page, if it is one
     * @throws RefusedException with {@code origin.refused} if the page is not allowed
     */
    public Optional<Origin> admit(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Optional<Origin> origin = Origin.parse(header).filter(allowed::contains);
        if (origin.isEmpty()) {
            audit.record(new AuditEvent.OriginRefused());
            throw new RefusedException(RefusalCode.ORIGIN_REFUSED);
        }
        return origin;
    }

    /** Returns whether pages of an origin are let in. */
    public boolean allows(Origin origin) {
        return allowed.contains(origin);
    }
}
