package dev.sotto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewApiKeyTest {

    @Test
    void carriesThePrefixAnd256RandomBits() {
        assertThat(NewApiKey.named("shop").key().reveal()).matches("sotto_[A-Za-z0-9_-]{43}");
    }

    @Test
    void isNeverTheSameTwice() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            keys.add(NewApiKey.named("shop").key().reveal());
        }

        assertThat(keys).hasSize(1000);
    }

    @Test
    void isRecognisedByTheHashAsItIsWrittenDown() {
        NewApiKey fresh = NewApiKey.named("shop");

        assertThat(SecretHash.parse(fresh.hash().toString()).isOf(fresh.key())).isTrue();
    }

    @Test
    void doesNotPrintTheKey() {
        NewApiKey fresh = NewApiKey.named("shop");

        assertThat(fresh.toString()).doesNotContain(fresh.key().reveal());
    }

    @Test
    void refusesANameThatAConfigurationCouldNotHold() {
        assertThatThrownBy(() -> NewApiKey.named("The Shop")).isInstanceOf(IllegalArgumentException.class);
    }
}
