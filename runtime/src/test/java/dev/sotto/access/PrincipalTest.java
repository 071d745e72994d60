package dev.sotto.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Requirement;
import dev.sotto.bot.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrincipalTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Scope PAYROLL = new Scope("payroll");
    private static final Requirement PAYROLL_ONLY = new Requirement(Requirement.Identity.ANYBODY, Set.of(PAYROLL));
    private static final Requirement KNOWN = new Requirement(Requirement.Identity.IDENTIFIED, Set.of());

    @Test
    void letsAnonymousVisitorsHaveWhatAnybodyMayHave() {
        assertThat(Principal.anonymous().meets(Requirement.NONE, NOW)).isTrue();
        assertThat(Principal.anonymous().meets(KNOWN, NOW)).isFalse();
        assertThat(Principal.anonymous().meets(PAYROLL_ONLY, NOW)).isFalse();
    }

    @Test
    void wantsEveryScopeThatIsRequired() {
        Scope admin = new Scope("admin");
        Requirement both = new Requirement(Requirement.Identity.IDENTIFIED, Set.of(PAYROLL, admin));

        assertThat(holding(PAYROLL).meets(PAYROLL_ONLY, NOW)).isTrue();
        assertThat(holding(PAYROLL).meets(both, NOW)).isFalse();
        assertThat(holding(PAYROLL, admin).meets(both, NOW)).isTrue();
        assertThat(holding().meets(KNOWN, NOW)).isTrue();
    }

    @Test
    void isNobodyOnceTheProofHasRunOut() {
        Principal holder = new Principal(
                new PrincipalId("key:a"),
                Proof.API_KEY,
                Set.of(PAYROLL),
                new BotGrant.Every(),
                Optional.of(NOW),
                Optional.empty());

        assertThat(holder.meets(PAYROLL_ONLY, NOW.minusMillis(1))).isTrue();
        assertThat(holder.meets(PAYROLL_ONLY, NOW)).isFalse();
        assertThat(holder.meets(Requirement.NONE, NOW)).isTrue();
    }

    @Test
    void isSomebodyElseForEachAnonymousVisitor() {
        assertThat(Principal.anonymous().id())
                .isNotEqualTo(Principal.anonymous().id());
    }

    private static Principal holding(Scope... scopes) {
        return new Principal(
                new PrincipalId("key:a"),
                Proof.API_KEY,
                Set.of(scopes),
                new BotGrant.Every(),
                Optional.empty(),
                Optional.empty());
    }
}
