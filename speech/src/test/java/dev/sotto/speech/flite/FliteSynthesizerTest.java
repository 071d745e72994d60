package dev.sotto.speech.flite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.testing.Spoken;
import dev.sotto.speech.testing.SynthesizerContract;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FliteSynthesizerTest extends SynthesizerContract {

    private static final FliteSynthesizer SYNTHESIZER = new FliteSynthesizer(2);

    @Override
    protected Synthesizer synthesizer() {
        return SYNTHESIZER;
    }

    @Override
    protected Voice voice() {
        return new Voice("kal16", Locale.US);
    }

    @Test
    void hasFourVoicesOfWhichTheClearestComesFirst() {
        assertThat(SYNTHESIZER.voices()).extracting(Voice::name).containsExactly("rms", "slt", "awb", "kal16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rms", "slt", "awb", "kal16"})
    void speaksWithAllVoicesEquallyLoud(String name) {
        AudioFormat wide = AudioFormat.linear(16_000);
        Spoken spoken = new Spoken();

        SYNTHESIZER.speak(Spoken.phrase("The doctor has time in May."), new Voice(name, Locale.US), wide, spoken);

        assertThat(spoken.level(wide)).isCloseTo(-20, Offset.offset(2.5));
    }

    @Test
    void preparesItselfUnlessItIsInterrupted() {
        FliteSynthesizer fresh = new FliteSynthesizer(1);
        fresh.prepare();
        Thread.currentThread().interrupt();
        fresh.prepare();

        assertThat(Thread.interrupted()).isTrue();
        Spoken spoken = new Spoken();
        fresh.speak(Spoken.phrase("Tea is ready."), voice(), WIDE, spoken);
        assertThat(spoken.frames()).isNotEmpty();
    }

    @Test
    void stopsAVoiceThatIsMadeFrameByFrame() {
        Spoken spoken = new Spoken(3);

        SYNTHESIZER.speak(
                Spoken.phrase("The doctor has time."), new Voice("rms", Locale.US), AudioFormat.linear(8_000), spoken);

        assertThat(spoken.frames()).hasSize(3);
    }
}
