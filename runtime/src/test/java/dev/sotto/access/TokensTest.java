package dev.sotto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.Pseudonyms;
import dev.sotto.bot.BotName;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Secret;
import dev.sotto.testing.FakeTimers;
import dev.sotto.testing.RecordedAudit;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final BotName BANK = new BotName("bank");
    private static final BotName COFFEE = new BotName("coffee");
    private static final Optional<Origin> SHOP = Optional.of(new Origin("https://shop.example"));
    private static final int MAX = 3;

    private final FakeTimers timers = new FakeTimers();
    private final RecordedAudit audit = new RecordedAudit();
    private final Tokens tokens = new Tokens(MAX, timers, audit, new Pseudonyms(new SecureRandom()), new Metrics());
    private final Principal visitor = Principal.anonymous();

    @Test
    void givesThePrincipalBackOnce() {
        Secret token = tokens.issue(visitor, BANK, SHOP).token();

        assertThat(tokens.redeem(token, BANK, SHOP)).isEqualTo(visitor);
    }

    @Test
    void refusesATokenThatWasUsedBefore() {
        Secret token = tokens.issue(visitor, BANK, SHOP).token();
        tokens.redeem(token, BANK, SHOP);

        assertRefused(token, BANK, SHOP, AuditEvent.TokenFlaw.UNKNOWN);
    }

    @Test
    void refusesATokenThatWasNeverIssued() {
        assertRefused(new Secret("nonsense"), BANK, SHOP, AuditEvent.TokenFlaw.UNKNOWN);
    }

    @Test
    void refusesATokenForAnotherBotAndUsesItUp() {
        Secret token = tokens.issue(visitor, BANK, SHOP).token();

        assertRefused(token, COFFEE, SHOP, AuditEvent.TokenFlaw.WRONG_BOT);
        assertRefused(token, BANK, SHOP, AuditEvent.TokenFlaw.UNKNOWN);
    }

    @Test
    void refusesATokenStolenByAnotherPageOrByAProgram() {
        Optional<Origin> other = Optional.of(new Origin("https://evil.example"));

        assertRefused(tokens.issue(visitor, BANK, SHOP).token(), BANK, other, AuditEvent.TokenFlaw.WRONG_ORIGIN);
        assertRefused(
                tokens.issue(visitor, BANK, SHOP).token(), BANK, Optional.empty(), AuditEvent.TokenFlaw.WRONG_ORIGIN);
    }

    @Test
    void refusesAPageWithATokenForProgramsOnly() {
        Secret token = tokens.issue(visitor, BANK, Optional.empty()).token();

        assertRefused(token, BANK, SHOP, AuditEvent.TokenFlaw.WRONG_ORIGIN);
    }

    @Test
    void acceptsATokenUpToItsSixtiethSecond() {
        Secret token = tokens.issue(visitor, BANK, SHOP).token();
        timers.advance(Duration.ofMillis(59_999));

        assertThat(tokens.redeem(token, BANK, SHOP)).isEqualTo(visitor);
    }

    @Test
    void forgetsATokenAfterSixtySeconds() {
        Secret token = tokens.issue(visitor, BANK, SHOP).token();
        timers.advance(Duration.ofSeconds(60));

        assertThat(tokens.pending()).isZero();
        assertRefused(token, BANK, SHOP, AuditEvent.TokenFlaw.UNKNOWN);
    }

    @Test
    void refusesToIssueForABotThatThePrincipalMayNotTalkTo() {
        Principal limited = new Principal(
                new PrincipalId("key:shop"),
                Proof.API_KEY,
                Set.of(),
                new BotGrant.Only(Set.of(COFFEE)),
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> tokens.issue(limited, BANK, SHOP)).hasMessage("bot.unknown");
        assertThat(tokens.pending()).isZero();
    }

    @Test
    void refusesMoreTokensThanItsBoundAndTakesNoneBack() {
        Secret first = tokens.issue(visitor, BANK, SHOP).token();
        tokens.issue(visitor, BANK, SHOP);
        tokens.issue(visitor, BANK, SHOP);

        assertThatThrownBy(() -> tokens.issue(visitor, BANK, SHOP)).hasMessage("rate.limited");
        assertThatThrownBy(() -> tokens.issue(visitor, BANK, SHOP)).hasMessage("rate.limited");
        assertThat(audit.of(AuditEvent.LimitHit.class)).hasSize(1);

        tokens.redeem(first, BANK, SHOP);
        assertThat(tokens.issue(visitor, BANK, SHOP).life()).isEqualTo(Tokens.LIFE);
    }

    @Test
    void isConsumedByExactlyOneOfManyWhoTryAtOnce() throws Exception {
        int rivals = 8;
        ExecutorService pool = Executors.newFixedThreadPool(rivals);
        try {
            for (int round = 0; round < 200; round++) {
                Secret token = tokens.issue(visitor, BANK, SHOP).token();
                AtomicInteger winners = new AtomicInteger();
                CountDownLatch start = new CountDownLatch(1);
                CountDownLatch done = new CountDownLatch(rivals);
                for (int i = 0; i < rivals; i++) {
                    pool.execute(() -> {
                        try {
                            start.await();
                            tokens.redeem(token, BANK, SHOP);
                            winners.incrementAndGet();
                        } catch (RefusedException | InterruptedException e) {
                            // One of those who came too late.
                        } finally {
                            done.countDown();
                        }
                    });
                }
                start.countDown();
                assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(winners).hasValue(1);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(tokens.pending()).isZero();
    }

    private void assertRefused(Secret token, BotName bot, Optional<Origin> origin, AuditEvent.TokenFlaw flaw) {
        assertThatThrownBy(() -> tokens.redeem(token, bot, origin))
                .isInstanceOf(RefusedException.class)
                .hasMessage("token.invalid");
        assertThat(audit.of(AuditEvent.TokenRefused.class)).last().isEqualTo(new AuditEvent.TokenRefused(flaw));
    }
}
