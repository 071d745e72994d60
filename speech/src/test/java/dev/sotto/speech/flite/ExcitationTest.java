package dev.sotto.speech.flite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExcitationTest {

    private static final double[][] ALL_BANDS_IN_ONE = {{1}};

    private static double[] sound(double from, double to, double tone, int frames) {
        Excitation excitation = new Excitation(ALL_BANDS_IN_ONE);
        excitation.begin(from);
        double[] sound = new double[80 * frames];
        for (int frame = 0; frame < frames; frame++) {
            double next = from + (to - from) * (frame + 1) / frames;
            excitation.frame(next, new double[] {tone}, 80);
            for (int i = 0; i < 80; i++) {
                sound[80 * frame + i] = excitation.sample();
            }
            excitation.end(next);
        }
        return sound;
    }

    private static List<Integer> pulses(double[] sound) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < sound.length; i++) {
            if (sound[i] > 0) {
                places.add(i);
            }
        }
        return places;
    }

    @Test
    void hasAPulseInEachPeriod() {
        List<Integer> pulses = pulses(sound(100, 100, 1, 50));

        assertThat(pulses).hasSize(41);
        // The first one comes at once.
        for (int i = 2; i < pulses.size(); i++) {
            assertThat(pulses.get(i) - pulses.get(i - 1)).isEqualTo(100);
        }
    }

    @Test
    void glidesFromOnePitchToAnother() {
        List<Integer> pulses = pulses(sound(160, 80, 1, 50));

        assertThat(pulses.get(1) - pulses.get(0)).isBetween(150, 160);
        assertThat(pulses.get(pulses.size() - 1) - pulses.get(pulses.size() - 2))
                .isBetween(80, 90);
    }

    @Test
    void isNoiseOfTheSamePowerWhereThereIsNoVoice() {
        double[] sound = sound(0, 0, 0, 100);

        double sum = 0;
        for (double sample : sound) {
            assertThat(Math.abs(sample)).isEqualTo(1);
            sum += sample;
        }
        assertThat(sum / sound.length).isCloseTo(0, Offset.offset(0.05));
    }
}
