package dev.sotto.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private final Pseudonyms pseudonyms = new Pseudonyms(new SecureRandom());

    @Test
    void standsForTheSameIdEachTime() {
        assertThat(pseudonyms.of("key:shop")).isEqualTo(pseudonyms.of("key:shop"));
    }

    @Test
    void tellsTwoIdsApart() {
        assertThat(pseudonyms.of("key:shop")).isNotEqualTo(pseudonyms.of("key:desk"));
    }

    @Test
    void cannotBeLinkedAcrossTwoRuns() {
        assertThat(pseudonyms.of("key:shop")).isNotEqualTo(new Pseudonyms(new SecureRandom()).of("key:shop"));
    }
}
