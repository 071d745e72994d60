package dev.sotto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.audit.AuditEvent;
import dev.sotto.testing.RecordedAudit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

    private final RecordedAudit audit = new RecordedAudit();
    private final OriginPolicy policy =
            new OriginPolicy(Set.of(new Origin("https://shop.example"), new Origin("https://127.0.0.1:8443")), audit);

    @Test
    void admitsClientsThatAreNoPage() {
        assertThat(policy.admit(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "https://SHOP.example", "https://shop.example:443"})
    void admitsAListedOriginInAnySpelling(String header) {
        assertThat(policy.admit(header)).contains(new Origin("https://shop.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "*",
                "http://shop.example",
                "https://shop.example:8443",
                "https://shop.example.evil.test",
                "https://evil-shop.example",
                "https://shop.example/",
                "https://shop.example, https://evil.test",
                "https://user@shop.example",
                "https://127.0.0.1",
                "https://127.0.0.1:8443\u0000",
                "https://shop.example:99999",
                "https://shop.example:",
                "https://"
            })
    void turnsEverythingElseAway(String header) {
        assertThatThrownBy(() -> policy.admit(header)).hasMessage("origin.refused");
        assertThat(audit.events()).containsExactly(new AuditEvent.OriginRefused());
    }
}
