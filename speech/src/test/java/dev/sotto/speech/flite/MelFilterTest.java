package dev.sotto.speech.flite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MelFilterTest {

    private static final double ALPHA = 0.42;
    private static final int ORDER = 25;
    private static final int LENGTH = 4_096;

    private static double[] cepstrum(long seed) {
        Random random = new Random(seed);
        double[] cepstrum = new double[ORDER + 1];
        for (int i = 0; i < ORDER; i++) {
            cepstrum[i] = random.nextGaussian() / (1 + i);
        }
        return cepstrum;
    }

    private static double[] answer(double[] b) {
        MelFilter filter = new MelFilter(ORDER, ALPHA);
        double[] answer = new double[LENGTH];
        for (int n = 0; n < LENGTH; n++) {
            answer[n] = filter.filter(n == 0 ? Math.exp(b[0]) : 0, b);
        }
        return answer;
    }

    /** How loud the filter lets a frequency through, as a logarithm. */
    private static double loudness(double[] answer, double frequency) {
        double real = 0;
        double imaginary = 0;
        for (int n = 0; n < answer.length; n++) {
            real += answer[n] * Math.cos(frequency * n);
            imaginary += answer[n] * Math.sin(frequency * n);
        }
        return Math.log(Math.hypot(real, imaginary));
    }

    /** What the cepstrum says about that frequency. */
    private static double wanted(double[] cepstrum, double frequency) {
        double warped = frequency + 2 * Math.atan2(ALPHA * Math.sin(frequency), 1 - ALPHA * Math.cos(frequency));
        double sum = 0;
        for (int i = 0; i < cepstrum.length; i++) {
            sum += cepstrum[i] * Math.cos(i * warped);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hasTheSpectrumOfTheCepstrum(long seed) {
        double[] cepstrum = cepstrum(seed);
        double[] b = new double[ORDER + 1];
        new MelCepstrum(ORDER, ALPHA, 0).coefficients(cepstrum, b);

        double[] answer = answer(b);

        for (double frequency = 0.05; frequency < 3.1; frequency += 0.15) {
            assertThat(loudness(answer, frequency)).isCloseTo(wanted(cepstrum, frequency), Offset.offset(0.05));
        }
    }

    @Test
    void sharpensPeaksWithoutMoreEnergy() {
        double[] cepstrum = cepstrum(4);
        double[] plain = new double[ORDER + 1];
        double[] sharp = new double[ORDER + 1];
        new MelCepstrum(ORDER, ALPHA, 0).coefficients(cepstrum, plain);
        new MelCepstrum(ORDER, ALPHA, 0.4).coefficients(cepstrum, sharp);

        assertThat(energy(answer(sharp))).isCloseTo(energy(answer(plain)), Offset.offset(0.05 * energy(answer(plain))));
        assertThat(range(answer(sharp))).isGreaterThan(range(answer(plain)));
    }

    private static double energy(double[] answer) {
        double energy = 0;
        for (double sample : answer) {
            energy += sample * sample;
        }
        return energy;
    }

    /** From the faintest frequency to the loudest. */
    private static double range(double[] answer) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double frequency = 0.1; frequency < 3; frequency += 0.05) {
            least = Math.min(least, loudness(answer, frequency));
            most = Math.max(most, loudness(answer, frequency));
        }
        return most - least;
    }
}
