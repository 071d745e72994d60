package dev.sotto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.sensitive.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHashTest {

    /** SHA-256 of "abc", FIPS 180-4's first example. */
    private static final String ABC = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isSha256() {
        assertThat(SecretHash.of(new Secret("abc"))).hasToString(ABC).isEqualTo(SecretHash.parse(ABC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256:", "ba7816bf", "sha256:xy", "sha256:ba7816bf8f01cfea"})
    void refusesWhatIsNoHash(String text) {
        assertThatThrownBy(() -> SecretHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
