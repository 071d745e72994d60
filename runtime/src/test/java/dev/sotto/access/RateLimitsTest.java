package dev.sotto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.audit.AuditEvent;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusedException;
import dev.sotto.testing.FakeTimers;
import dev.sotto.testing.RecordedAudit;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {

    private static final Limiter LIMITER = Limiter.TOKENS_BY_ADDRESS;
    private static final int MAX = 100;

    private final FakeTimers timers = new FakeTimers();
    private final RecordedAudit audit = new RecordedAudit();
    private final RateLimits limits = limits(new Limiter.Budget(3, 6));

    private RateLimits limits(Limiter.Budget budget) {
        return new RateLimits(Map.of(LIMITER, budget), MAX, timers, audit, new Metrics());
    }

    @Test
    void grantsABurstAndThenRefuses() {
        assertThat(take(3)).isEqualTo(3);
        assertThat(limits.take(LIMITER, "a")).contains(Duration.ofSeconds(10));
    }

    @Test
    void grantsOneMoreAsSoonAsItSaid() {
        take(3);
        timers.advance(Duration.ofMillis(9_999));
        assertThat(limits.take(LIMITER, "a")).contains(Duration.ofMillis(1));
        timers.advance(Duration.ofMillis(1));

        assertThat(take(2)).isEqualTo(1);
    }

    @Test
    void countsEachForThemselves() {
        take(3);

        assertThat(limits.take(LIMITER, "b")).isEmpty();
        assertThat(limits.take(Limiter.CONNECTIONS_BY_ADDRESS, "a")).isEmpty();
    }

    @Test
    void neverSavesUpMoreThanABurst() {
        timers.advance(Duration.ofDays(1));

        assertThat(take(10)).isEqualTo(3);
    }

    @Test
    void tellsTheAuditOnceUntilThereIsRoomAgain() {
        take(10);
        assertThat(audit.of(AuditEvent.LimitHit.class)).hasSize(1);
        timers.advance(Duration.ofSeconds(10));
        take(10);

        assertThat(audit.of(AuditEvent.LimitHit.class))
                .containsExactly(
                        new AuditEvent.LimitHit("limits.tokens-per-address"),
                        new AuditEvent.LimitHit("limits.tokens-per-address"));
    }

    @Test
    void saysWhenToComeBackInWholeSeconds() {
        take(3);
        timers.advance(Duration.ofMillis(500));

        assertThatThrownBy(() -> limits.demand(LIMITER, "a"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(((Refusal.Later) e.refusal()).retryAfterSeconds())
                                .isEqualTo(10));
    }

    @Test
    void looksWithoutTaking() {
        take(2);
        limits.demandLeft(LIMITER, "a");
        limits.demandLeft(LIMITER, "a");
        assertThat(take(1)).isEqualTo(1);

        assertThatThrownBy(() -> limits.demandLeft(LIMITER, "a")).hasMessage("rate.limited");
    }

    @Test
    void holdsNoMoreBucketsThanItsBound() {
        Metrics metrics = new Metrics();
        RateLimits bounded = new RateLimits(Map.of(), MAX, timers, audit, metrics);
        for (int i = 0; i < 50 * MAX; i++) {
            bounded.demand(LIMITER, "address " + i);
        }

        assertThat(metrics.scrape()).contains("sotto_bound_used{bound=\"rates\"} " + (double) MAX);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverGrantsMoreThanBurstAndRateWhateverTheRhythm(long seed) {
        Random random = new Random(seed);
        int burst = 1 + random.nextInt(20);
        int perMinute = 2 + random.nextInt(200);
        RateLimits any = limits(new Limiter.Budget(burst, perMinute));
        long granted = 0;
        long millis = 0;
        for (int i = 0; i < 2000; i++) {
            int pause = random.nextInt(4) == 0 ? random.nextInt(3000) : 0;
            timers.advance(Duration.ofMillis(pause));
            millis += pause;
            granted += any.take(LIMITER, "a").isEmpty() ? 1 : 0;

            assertThat(granted).isLessThanOrEqualTo(burst + millis * perMinute / 60_000 + 1);
        }
        assertThat(granted).isGreaterThanOrEqualTo(Math.min(2000, burst));
    }

    @ParameterizedTest
    @EnumSource(Limiter.class)
    void hasAUsualBudgetForEveryLimiter(Limiter limiter) {
        RateLimits usual = new RateLimits(Map.of(), MAX, timers, audit, new Metrics());
        int granted = 0;
        while (usual.take(limiter, "a").isEmpty()) {
            granted++;
        }

        assertThat(granted).isEqualTo(limiter.usualBudget().burst());
    }

    private int take(int times) {
        int granted = 0;
        for (int i = 0; i < times; i++) {
            granted += limits.take(LIMITER, "a").isEmpty() ? 1 : 0;
        }
        return granted;
    }
}
