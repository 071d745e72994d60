package dev.sotto.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class G711Test {

    @Test
    void bringsEveryCodeBack() {
        for (int code = 0; code < 256; code++) {
            short ofMulaw = G711.ofMulaw((byte) code);
            short ofAlaw = G711.ofAlaw((byte) code);

            assertThat(G711.ofMulaw(G711.toMulaw(ofMulaw))).isEqualTo(ofMulaw);
            assertThat(G711.toAlaw(ofAlaw)).isEqualTo((byte) code);
        }
    }

    @Test
    void isOffByLittleForEverySample() {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int allowed = 16 + Math.abs(sample) / 16;

            assertThat(Math.abs(G711.ofMulaw(G711.toMulaw((short) sample)) - sample))
                    .isLessThan(allowed + 640 / 16);
            assertThat(Math.abs(G711.ofAlaw(G711.toAlaw((short) sample)) - sample))
                    .isLessThan(allowed);
        }
    }

    @Test
    void hasTheCodesOfTheStandard() {
        assertThat(G711.toMulaw((short) 0)).isEqualTo((byte) 0xFF);
        assertThat(G711.ofMulaw((byte) 0x00)).isEqualTo((short) -32_124);
        assertThat(G711.ofMulaw((byte) 0x80)).isEqualTo((short) 32_124);
        assertThat(G711.toAlaw((short) 0)).isEqualTo((byte) 0xD5);
        assertThat(G711.ofAlaw((byte) 0x2A)).isEqualTo((short) -32_256);
        assertThat(G711.ofAlaw((byte) 0xAA)).isEqualTo((short) 32_256);
    }
}
