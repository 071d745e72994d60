package dev.sotto.speech.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.spectrum.Cepstrum;
import dev.sotto.speech.testing.Voices;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunningFrontEndTest {

    private static final int BLOCK = 3_200;
    private static final int SECOND = 16_000;

    private final RunningFrontEnd frontEnd = new RunningFrontEnd(Band.WIDE, new double[Cepstrum.SIZE]);

    @Test
    void handsOutNothingOfSilence() {
        assertThat(handedOut(new double[3 * SECOND])).isZero();
        assertThat(frontEnd.finish()).isEmpty();
    }

    @Test
    void handsOutSpeechWithLittleOfTheSilenceBeforeIt() {
        double[] words = words();
        double[] turn = new double[2 * SECOND + words.length];
        System.arraycopy(words, 0, turn, 2 * SECOND, words.length);

        int handedOut = handedOut(turn) + frontEnd.finish().length;

        assertThat(handedOut).isBetween(words.length / 2, words.length + SECOND / 2);
    }

    @Test
    void leavesOutSilenceThatLasts() {
        handedOut(words());
        handedOut(new double[SECOND]);

        assertThat(handedOut(new double[3 * SECOND])).isZero();
    }

    @Test
    void handsOutTheEndOfAWordThatTheTurnBreaksOffIn() {
        double[] words = words();

        handedOut(Arrays.copyOf(words, words.length / 2));

        assertThat(frontEnd.finish()).isNotEmpty();
    }

    private int handedOut(double[] audio) {
        int count = 0;
        for (int from = 0; from < audio.length; from += BLOCK) {
            count += frontEnd.accept(Arrays.copyOfRange(audio, from, Math.min(audio.length, from + BLOCK))).length;
        }
        return count;
    }

    private static double[] words() {
        return Samples.decode(Voices.FORMAT, Voices.say("when does the shop open"));
    }
}
