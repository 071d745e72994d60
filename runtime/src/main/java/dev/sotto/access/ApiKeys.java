package dev.sotto.access;

import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.AuditSink;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Secret;
import dev.sotto.time.Timers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that operators' servers come with. A presented key is hashed once and compared with every stored hash, to
 * the end, whether it matches or not: a wrong key takes as much work as an unknown one. Immutable; safe for any thread.
 */
public final class ApiKeys {

    private final List<ApiKey> keys;
    private final Timers timers;
    private final AuditSink audit;

    public ApiKeys(List<ApiKey> keys, Timers timers, AuditSink audit) {
        this.keys = List.copyOf(keys);
        this.timers = timers;
        this.audit = audit;
    }

    /**
     * Returns who holds a key.
     *
     * @throws RefusedException with {@code key.invalid} if nobody does, or not any more
     */
    public Principal authenticate(Secret presented) {
        ApiKey key = find(SecretHash.of(presented));
        if (key == null) {
            throw refused(AuditEvent.KeyFlaw.UNKNOWN);
        }
        if (key.expires().map(end -> !timers.now().isBefore(end)).orElse(false)) {
            throw refused(AuditEvent.KeyFlaw.EXPIRED);
        }
        return new Principal(
                new PrincipalId("key:" + key.id()),
                Proof.API_KEY,
                key.scopes(),
                key.bots(),
                key.expires(),
                Optional.empty());
    }

    private @Nullable ApiKey find(SecretHash hash) {
        ApiKey found = null;
        for (ApiKey key : keys) {
            if (key.hash().equals(hash)) {
                found = key;
            }
        }
        return found;
    }

    private RefusedException refused(AuditEvent.KeyFlaw flaw) {
        audit.record(new AuditEvent.KeyRefused(flaw));
        return new RefusedException(RefusalCode.KEY_INVALID);
    }
}
