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
import dev.sotto.sensitive.Secret;
import dev.sotto.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tokens that open one session each: random, bound to a bot, an origin and a principal, valid for 60 seconds and used up
 * by the first attempt to redeem them, be it right or wrong. Only their hashes are held. Safe for any thread.
 *
 * <p>At most {@value #MAX_PENDING} wait to be used; when there are more, a new one is refused as {@code rate.limited},
 * and none that was given out is taken back.
 */
public final class Tokens {

    /** How long a token can be used. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    /** Most tokens given out and not yet used or expired. */
    public static final int MAX_PENDING = 20_000;

    private static final int RANDOM_BYTES = 32;

    private final Map<SecretHash, Pending> pending = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean full = new AtomicBoolean();
    private final int maxPending;
    private final Timers timers;
    private final AuditSink audit;
    private final Pseudonyms pseudonyms;
    private final Metrics metrics;

    /**
     * @param maxPending most tokens that wait to be used, usually {@link #MAX_PENDING}
     */
    public Tokens(int maxPending, Timers timers, AuditSink audit, Pseudonyms pseudonyms, Metrics metrics) {
        this.maxPending = maxPending;
        this.timers = timers;
        this.audit = audit;
        this.pseudonyms = pseudonyms;
        this.metrics = metrics;
        metrics.bound(Bound.TOKENS, maxPending, this::pending);
    }

    /**
     * Issues a token. That the bot exists is for the caller to know.
     *
     * @param origin of the pages that may use it; none for clients that send no Origin
     * @throws RefusedException with {@code bot.unknown} if the principal may not talk to the bot, or {@code rate.limited}
     *     if too many tokens wait to be used
     */
    public IssuedToken issue(Principal principal, BotName bot, Optional<Origin> origin) {
        if (!principal.mayTalkTo(bot)) {
            throw new RefusedException(RefusalCode.BOT_UNKNOWN);
        }
        reservePlace();
        Secret token = new Secret(RandomText.ofBytes(RANDOM_BYTES));
        SecretHash hash = SecretHash.of(token);
        Pending entry = new Pending(principal, bot, origin, timers.now().plus(LIFE));
        pending.put(hash, entry);
        // One alarm for each token: there are few, and each is gone within a minute whatever happens.
        timers.after(LIFE, () -> take(hash));
        metrics.tokenIssued();
        audit.record(new AuditEvent.TokenIssued(pseudonyms.of(principal.id().value()), bot));
        return new IssuedToken(token, LIFE);
    }

    /**
     * Uses a token up.
     *
     * @param origin of the page that presents it, if it is a page
     * @return who may now open a session
     * @throws RefusedException with {@code token.invalid}, whatever is wrong with it
     */
    public Principal redeem(Secret token, BotName bot, Optional<Origin> origin) {
        Pending entry = take(SecretHash.of(token)).orElseThrow(() -> refused(AuditEvent.TokenFlaw.UNKNOWN));
        if (!timers.now().isBefore(entry.expires())) {
            throw refused(AuditEvent.TokenFlaw.EXPIRED);
        }
        if (!entry.bot().equals(bot)) {
            throw refused(AuditEvent.TokenFlaw.WRONG_BOT);
        }
        if (!entry.origin().equals(origin)) {
            throw refused(AuditEvent.TokenFlaw.WRONG_ORIGIN);
        }
        return entry.principal();
    }

    /** Returns how many wait to be used. */
    public int pending() {
        return size.get();
    }

    private void reservePlace() {
        if (size.incrementAndGet() > maxPending) {
            size.decrementAndGet();
            metrics.boundReached(Bound.TOKENS);
            if (full.compareAndSet(false, true)) {
                audit.record(new AuditEvent.LimitHit(Bound.TOKENS.configKey()));
            }
            throw new RefusedException(new Refusal.Later(LIFE));
        }
    }

    private Optional<Pending> take(SecretHash hash) {
        Optional<Pending> entry = Optional.ofNullable(pending.remove(hash));
        entry.ifPresent(gone -> {
            size.decrementAndGet();
            full.set(false);
        });
        return entry;
    }

    private RefusedException refused(AuditEvent.TokenFlaw flaw) {
        audit.record(new AuditEvent.TokenRefused(flaw));
        return new RefusedException(RefusalCode.TOKEN_INVALID);
    }

    private record Pending(Principal principal, BotName bot, Optional<Origin> origin, Instant expires) {}
}
