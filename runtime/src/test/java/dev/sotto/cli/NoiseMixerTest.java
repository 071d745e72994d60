package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseMixerTest {

    private static final double[] SPEECH = audio(1, 20_000, 3_000);
    private static final double[] NOISE = audio(2, 60_000, 700);

    private static double[] audio(long seed, int samples, double loudness) {
        return new Random(seed).doubles(samples, -loudness, loudness).toArray();
    }

    @Test
    void mixesByTheRatioThatWasAskedFor() {
        double[] mixed = new NoiseMixer(NOISE, 16_000, 6, 1).mix(SPEECH, 16_000);
        double scale = product(mixed, SPEECH) / product(SPEECH, SPEECH);
        double[] rest = new double[mixed.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = mixed[i] / scale - SPEECH[i];
        }

        assertThat(10 * Math.log10(product(SPEECH, SPEECH) / product(rest, rest)))
                .isCloseTo(6, within(0.5));
    }

    @Test
    void bringsThePeakToHalfOfFullScale() {
        double[] mixed = new NoiseMixer(NOISE, 16_000, 12, 1).mix(SPEECH, 16_000);

        assertThat(Arrays.stream(mixed).map(Math::abs).max().orElseThrow())
                .isCloseTo(Short.MAX_VALUE / 2.0, within(0.1));
    }

    @Test
    void mixesTheSameForTheSameSeed() {
        double[] first = new NoiseMixer(NOISE, 16_000, 12, 7).mix(SPEECH, 16_000);

        assertThat(new NoiseMixer(NOISE, 16_000, 12, 7).mix(SPEECH, 16_000)).containsExactly(first);
        assertThat(new NoiseMixer(NOISE, 16_000, 12, 8).mix(SPEECH, 16_000)).isNotEqualTo(first);
    }

    @Test
    void repeatsNoiseThatIsTooShort() {
        double[] mixed = new NoiseMixer(new double[] {1, -1}, 16_000, 0, 1).mix(SPEECH, 16_000);

        assertThat(mixed).hasSameSizeAs(SPEECH);
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
