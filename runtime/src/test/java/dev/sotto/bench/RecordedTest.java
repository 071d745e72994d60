package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.audio.Samples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordedTest {

    private static final int FRAME = 320;

    private static Recorded of(double... levels) {
        double[] samples = new double[levels.length * FRAME];
        for (int i = 0; i < levels.length; i++) {
            Arrays.fill(samples, i * FRAME, (i + 1) * FRAME, levels[i]);
        }
        return new Recorded("tea", AudioFormat.linear(16_000), Samples.encode(samples));
    }

    @Test
    void tellsWhereItsVoiceBeginsAndEnds() {
        Recorded recorded = of(0, 3, 900, 2_000, 0, 1_000, 60, 20, 0);

        assertThat(recorded.first()).isEqualTo(2);
        assertThat(recorded.last()).isEqualTo(6);
        assertThat(recorded.frames()).isEqualTo(9);
    }

    @Test
    void fillsItsLastFrameWithSilence() {
        byte[] audio = {1, 2, 3, 4};
        Recorded recorded = new Recorded("tea", AudioFormat.linear(16_000), audio);

        assertThat(recorded.frames()).isOne();
        assertThat(recorded.frame(0)).startsWith(audio).hasSize(2 * FRAME).endsWith(0, 0, 0, 0);
    }
}
