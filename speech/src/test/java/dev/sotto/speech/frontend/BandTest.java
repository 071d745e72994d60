package dev.sotto.speech.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sotto.speech.spectrum.Cepstrum;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BandTest {

    private final double[] wanted = filled(3);
    private final double[] mean = filled(1);

    @Test
    void evensTheLevelOfASingleFrameOfSpeech() {
        assertThat(Band.WIDE.aim(mean, 1, wanted)[0]).isEqualTo(3);
    }

    @Test
    void leavesTheColourOfLittleSpeechNearlyAsItIs() {
        assertThat(Band.WIDE.aim(mean, 2, wanted)[1]).isEqualTo(1, within(0.05));
    }

    @Test
    void goesHalfTheWayAfterTwoSecondsOfSpeech() {
        assertThat(Band.WIDE.aim(mean, 200, wanted)[1]).isEqualTo(2);
    }

    @Test
    void goesNearlyAllTheWayAfterMuchSpeech() {
        assertThat(Band.WIDE.aim(mean, 5_000, wanted)[12]).isEqualTo(3, within(0.1));
    }

    @Test
    void takesTheColourOfATelephoneForItsOwnAtOnce() {
        assertThat(Band.TELEPHONE.aim(mean, 1, wanted)).startsWith(3, 3, 3);
    }

    @Test
    void leavesCepstraThatSayNothingAsTheyAre() {
        assertThat(Band.TELEPHONE.aim(mean, 500, wanted)[12]).isEqualTo(1);
    }

    private static double[] filled(double value) {
        double[] cepstra = new double[Cepstrum.SIZE];
        Arrays.fill(cepstra, value);
        return cepstra;
    }
}
