package dev.sotto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.audit.AuditEvent;
import dev.sotto.bot.BotName;
import dev.sotto.bot.Scope;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Secret;
import dev.sotto.testing.FakeTimers;
import dev.sotto.testing.RecordedAudit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    private final FakeTimers timers = new FakeTimers();
    private final RecordedAudit audit = new RecordedAudit();
    private final NewApiKey shop = NewApiKey.named("shop");
    private final NewApiKey desk = NewApiKey.named("desk");
    private final ApiKeys keys = new ApiKeys(
            List.of(
                    new ApiKey(
                            "shop",
                            shop.hash(),
                            Set.of(new Scope("payroll")),
                            new BotGrant.Only(Set.of(new BotName("coffee"))),
                            Optional.of(timers.now().plusSeconds(3600))),
                    new ApiKey("desk", desk.hash(), Set.of(), new BotGrant.Every(), Optional.empty())),
            timers,
            audit);

    @Test
    void knowsTheHolderOfAKey() {
        Principal holder = keys.authenticate(shop.key());

        assertThat(holder.id().value()).isEqualTo("key:shop");
        assertThat(holder.holds(new Scope("payroll"), timers.now())).isTrue();
        assertThat(holder.mayTalkTo(new BotName("coffee"))).isTrue();
        assertThat(holder.mayTalkTo(new BotName("bank"))).isFalse();
    }

    @Test
    void takesTwoKeysAtATimeSoThatOneCanBeExchanged() {
        assertThat(keys.authenticate(desk.key()).id().value()).isEqualTo("key:desk");
    }

    @Test
    void refusesAKeyThatDiffersInItsLastCharacter() {
        String right = shop.key().reveal();
        char last = right.charAt(right.length() - 1);
        Secret wrong = new Secret(right.substring(0, right.length() - 1) + (last == 'A' ? 'Q' : 'A'));

        assertRefused(wrong);
        assertThat(audit.of(AuditEvent.KeyRefused.class))
                .containsExactly(new AuditEvent.KeyRefused(AuditEvent.KeyFlaw.UNKNOWN));
    }

    @Test
    void refusesAnExpiredKeyInTheSameWords() {
        timers.advance(Duration.ofSeconds(3599));
        assertThat(keys.authenticate(shop.key()).isIdentified(timers.now())).isTrue();
        timers.advance(Duration.ofSeconds(1));

        assertRefused(shop.key());
        assertThat(audit.of(AuditEvent.KeyRefused.class))
                .containsExactly(new AuditEvent.KeyRefused(AuditEvent.KeyFlaw.EXPIRED));
    }

    @Test
    void refusesEveryKeyWhenThereIsNone() {
        ApiKeys none = new ApiKeys(List.of(), timers, audit);

        assertThatThrownBy(() -> none.authenticate(shop.key())).hasMessage("key.invalid");
    }

    @Test
    void forgetsAHolderWhoseKeyRunsOutDuringASession() {
        Principal holder = keys.authenticate(shop.key());
        timers.advance(Duration.ofHours(1));

        assertThat(holder.holds(new Scope("payroll"), timers.now())).isFalse();
    }

    private void assertRefused(Secret key) {
        assertThatThrownBy(() -> keys.authenticate(key))
                .isInstanceOf(RefusedException.class)
                .hasMessage("key.invalid");
    }
}
