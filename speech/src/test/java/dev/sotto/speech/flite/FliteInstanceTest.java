package dev.sotto.speech.flite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.endive.wasm.WasmEngineException;

class FliteInstanceTest {

    private static final byte[] WORDS = "The zyxomma is here.".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @EnumSource(
            value = FliteVoice.class,
            names = {"KAL16", "SLT"})
    void forgetsWhatItSpoke(FliteVoice voice) {
        FliteInstance instance = new FliteInstance();
        List<Boolean> remembered = new ArrayList<>();
        List<Long> audio = new ArrayList<>();
        byte[] before = instance.memory();

        instance.speak(WORDS, voice, 1, samples -> {
            remembered.add(contains(instance.memory(), "zyxomma"));
            audio.add((long) samples.length);
            return audio.size() < 3;
        });

        assertThat(remembered).as("while it speaks").contains(true);
        byte[] after = instance.memory();
        assertThat(Arrays.mismatch(before, Arrays.copyOf(after, before.length))).isEqualTo(-1);
        for (int i = before.length; i < after.length; i++) {
            assertThat(after[i]).isZero();
        }
    }

    @Test
    void endsWithAnExceptionWhenItsMemoryIsFull() {
        FliteInstance instance = new FliteInstance(290);
        byte[] words = "one two three four five ".repeat(16).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> instance.speak(words, FliteVoice.SLT, 1, samples -> true))
                .isInstanceOf(WasmEngineException.class)
                .hasMessageNotContaining("three");
    }

    private static boolean contains(byte[] memory, String text) {
        return new String(memory, StandardCharsets.ISO_8859_1).contains(text);
    }
}
