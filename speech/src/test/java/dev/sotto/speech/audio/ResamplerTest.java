package dev.sotto.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    private static double[] tone(double frequency, int rate, int samples) {
        double[] tone = new double[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = 1_000 * Math.sin(2 * Math.PI * frequency * i / rate);
        }
        return tone;
    }

    /** Without the edges, where there is nothing to filter. */
    private static double loudness(double[] audio) {
        double sum = 0;
        int edge = audio.length / 8;
        for (int i = edge; i < audio.length - edge; i++) {
            sum += audio[i] * audio[i];
        }
        return Math.sqrt(sum / (audio.length - 2 * edge));
    }

    @ParameterizedTest
    @CsvSource({"8000,16000,3000", "44100,16000,6000", "48000,16000,6800", "24000,16000,6800", "16000,8000,3400"})
    void keepsAToneInsideTheBand(int from, int to, double frequency) {
        double[] result = new Resampler(from, to).apply(tone(frequency, from, from / 4));
        double[] wanted = tone(frequency, to, to / 4);

        assertThat(result).hasSameSizeAs(wanted);
        for (int i = result.length / 4; i < result.length / 2; i++) {
            assertThat(result[i]).isCloseTo(wanted[i], within(20.0));
        }
    }

    @ParameterizedTest
    @CsvSource({"44100,16000,9000", "48000,16000,9000", "24000,16000,9000", "16000,8000,4500"})
    void takesAwayAToneThatWouldComeBackAsAnother(int from, int to, double frequency) {
        double[] result = new Resampler(from, to).apply(tone(frequency, from, from / 4));

        assertThat(20 * Math.log10(loudness(result) / 707)).isLessThan(-70);
    }

    @ParameterizedTest
    @CsvSource({"8000,16000,3000", "8000,16000,1000"})
    void leavesNoMirrorOfATone(int from, int to, double frequency) {
        double[] result = new Resampler(from, to).apply(tone(frequency, from, from / 4));
        double[] wanted = tone(frequency, to, to / 4);
        double[] mirror = new double[result.length];
        for (int i = 0; i < result.length; i++) {
            mirror[i] = result[i] - wanted[i];
        }

        assertThat(20 * Math.log10(loudness(mirror) / 707)).isLessThan(-55);
    }
}
