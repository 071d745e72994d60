package dev.sotto.access;

import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.AuditSink;
import dev.sotto.audit.Pseudonyms;
import dev.sotto.bot.BotName;
import dev.sotto.metrics.Bound;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.time.Timers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tickets that let one telephone call in each: random, bound to a bot and a principal, valid for 30 seconds and used up by
 * the first call that shows them. A telephone exchange can show nothing but a UUID, so that is what they are. Safe for
 * any thread.
 */
public final class CallTickets {

    /** How long a ticket can be used: from the dial plan's request to its next step. */
    public static final Duration LIFE = Duration.ofSeconds(30);

    private final SecureRandom random = new SecureRandom();
    private final Map<UUID, Pending> pending = new ConcurrentHashMap<>();
    private final int most;
    private final Timers timers;
    private final AuditSink audit;
    private final Pseudonyms pseudonyms;
    private final Metrics metrics;

    /**
     * @param most tickets that wait to be used; one more is refused as {@code rate.limited}
     */
    public CallTickets(int most, Timers timers, AuditSink audit, Pseudonyms pseudonyms, Metrics metrics) {
        this.most = most;
        this.timers = timers;
        this.audit = audit;
        this.pseudonyms = pseudonyms;
        this.metrics = metrics;
        metrics.bound(Bound.CALL_TICKETS, most, pending::size);
    }

    /** What a ticket says: who calls whom, and in which language if that was asked for. */
    public record Ticket(Principal principal, BotName bot, Optional<String> locale) {}

    /**
     * Issues a ticket. That the bot exists is for the caller to know.
     *
     * @throws RefusedException with {@code bot.unknown} if the principal may not talk to the bot, or {@code rate.limited}
     */
    public UUID issue(Principal principal, BotName bot, Optional<String> locale) {
        if (!principal.mayTalkTo(bot)) {
            throw new RefusedException(RefusalCode.BOT_UNKNOWN);
        }
        if (pending.size() >= most) {
            metrics.boundReached(Bound.CALL_TICKETS);
            throw new RefusedException(new Refusal.Later(LIFE));
        }
        UUID id = fresh();
        pending.put(
                id, new Pending(new Ticket(principal, bot, locale), timers.now().plus(LIFE)));
        timers.after(LIFE, () -> pending.remove(id));
        audit.record(new AuditEvent.TokenIssued(pseudonyms.of(principal.id().value()), bot));
        return id;
    }

    /**
     * Uses a ticket up.
     *
     * @throws RefusedException with {@code token.invalid}
     */
    public Ticket redeem(UUID id) {
        Pending found = pending.remove(id);
        if (found == null || !timers.now().isBefore(found.expires)) {
            audit.record(new AuditEvent.TokenRefused(
                    found == null ? AuditEvent.TokenFlaw.UNKNOWN : AuditEvent.TokenFlaw.EXPIRED));
            throw new RefusedException(RefusalCode.TOKEN_INVALID);
        }
        return found.ticket;
    }

    /** A version 4 UUID (RFC 9562, section 5.4): 122 bits nobody can guess. */
    private UUID fresh() {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private record Pending(Ticket ticket, Instant expires) {}
}
