package dev.sotto.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.AuditSink;
import dev.sotto.metrics.Bound;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusedException;
import dev.sotto.time.Timers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Token buckets, one for each limiter and whoever it counts: an address, a key, a session. A bucket is forgotten when it
 * would be full again anyway. Safe for any thread.
 *
 * <p>There are at most {@value #MAX_BUCKETS} buckets unless configured otherwise; the one that was not used for longest makes room for a new one. A
 * flood from very many addresses therefore gains full buckets, never memory.
 */
public final class RateLimits {

    /** Most buckets held at a time, about 10 MB. */
    public static final int MAX_BUCKETS = 100_000;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(Limiter.Budget.MOST_MINUTES);

    private final Map<Limiter, Limiter.Budget> budgets;
    private final Timers timers;
    private final AuditSink audit;
    private final Cache<Key, TokenBucket> buckets;

    /**
     * @param changed the budgets that differ from the usual ones
     * @param maxBuckets most buckets held at a time, usually {@link #MAX_BUCKETS}
     */
    public RateLimits(
            Map<Limiter, Limiter.Budget> changed, int maxBuckets, Timers timers, AuditSink audit, Metrics metrics) {
        this.budgets = Map.copyOf(changed);
        this.timers = timers;
        this.audit = audit;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(maxBuckets)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(timers::nanos)
                .executor(Runnable::run)
                .build();
        metrics.bound(Bound.RATES, maxBuckets, buckets::estimatedSize);
    }

    /**
     * Takes one from a budget.
     *
     * @param who whose budget: an address, an id
     * @return nothing if it was there to take, else how long until it is
     */
    public Optional<Duration> take(Limiter limiter, String who) {
        TokenBucket bucket = bucket(limiter, who);
        Duration wait = bucket.take(timers.nanos());
        if (wait.isZero()) {
            return Optional.empty();
        }
        if (bucket.isFirstRefusal()) {
            audit.record(new AuditEvent.LimitHit(limiter.key()));
        }
        return Optional.of(wait);
    }

    /**
     * Takes one from a budget, or refuses.
     *
     * @throws RefusedException with {@code rate.limited} if the budget is used up
     */
    public void demand(Limiter limiter, String who) {
        take(limiter, who).ifPresent(wait -> {
            throw new RefusedException(new Refusal.Later(wait));
        });
    }

    /**
     * Refuses if a budget is used up, without taking from it.
     *
     * @throws RefusedException with {@code rate.limited} if it is
     */
    public void demandLeft(Limiter limiter, String who) {
        Duration wait = bucket(limiter, who).waitFor(timers.nanos());
        if (!wait.isZero()) {
            throw new RefusedException(new Refusal.Later(wait));
        }
    }

    private TokenBucket bucket(Limiter limiter, String who) {
        long now = timers.nanos();
        return buckets.get(new Key(limiter, who), key -> new TokenBucket(budget(key.limiter()), now));
    }

    private Limiter.Budget budget(Limiter limiter) {
        return budgets.getOrDefault(limiter, limiter.usualBudget());
    }

    private record Key(Limiter limiter, String who) {}
}
