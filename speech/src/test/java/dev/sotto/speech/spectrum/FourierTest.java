package dev.sotto.speech.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FourierTest {

    @Test
    void agreesWithTheSumThatDefinesIt() {
        Random random = new Random(1);
        double[] signal = random.doubles(50).toArray();
        double[] power = new double[33];
        new Fourier(64).power(signal, power);

        for (int bin = 0; bin < power.length; bin++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < signal.length; i++) {
                re += signal[i] * Math.cos(2 * Math.PI * bin * i / 64);
                im += signal[i] * Math.sin(2 * Math.PI * bin * i / 64);
            }
            assertThat(power[bin]).isCloseTo(re * re + im * im, within(1e-9));
        }
    }

    @Test
    void returnsASignalWithTheSpectrumThatWasAskedFor() {
        double[] spectrum = new Random(2).doubles(33).toArray();
        double[] power = new double[33];
        new Fourier(64).power(new Fourier(64).symmetric(spectrum), power);

        for (int bin = 0; bin < power.length; bin++) {
            assertThat(Math.sqrt(power[bin])).isCloseTo(spectrum[bin], within(1e-9));
        }
    }
}
