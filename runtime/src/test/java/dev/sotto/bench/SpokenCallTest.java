package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.audio.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenCallTest {

    private static final AudioFormat FORMAT = AudioFormat.linear(16_000);

    /** One second of a voice. */
    private static Recorded second() {
        double[] samples = new double[16_000];
        Arrays.fill(samples, 3_000);
        return new Recorded("tea", FORMAT, Samples.encode(samples));
    }

    @Test
    void putsAsMuchSilenceBetweenSentencesAsItIsTold() {
        SpokenCall call = SpokenCall.of(List.of(second(), second()), 3, 0);

        assertThat(call.seconds()).isEqualTo(8);
        assertThat(call.share()).isEqualTo(0.25);
    }

    @Test
    void putsSoMuchSilenceBetweenThemThatEachIsATurn() {
        assertThat(SpokenCall.of(List.of(second()), 0, 50).seconds()).isEqualTo(2);
    }

    @Test
    void tellsOfTheEndOfEachSentenceEachTimeItIsPlayed() {
        SpokenCall call = SpokenCall.of(List.of(second(), second()), 1, 0);
        List<String> heard = new ArrayList<>();
        Hearing hearing = new Hearing() {

            @Override
            public void hear(byte[] chunk) {
                heard.add(".");
            }

            @Override
            public void sentenceOver() {
                heard.add("|");
            }

            @Override
            public void close() {}
        };

        for (int chunk = 0; chunk < 2 * call.chunks(); chunk++) {
            call.play(chunk, hearing);
        }

        assertThat(String.join("", heard)).isEqualTo(".....|..........|.....".repeat(2));
    }
}
