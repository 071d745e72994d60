package dev.sotto.speech.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 320, 100_000})
    void leavesSomeSilenceAtBothEndsAndAllOfItWithin(int piece) {
        double[] audio = new double[20_000];
        Arrays.fill(audio, 3);
        Arrays.fill(audio, 5_000, 6_000, 900);
        Arrays.fill(audio, 9_000, 9_100, -900);

        double[] cut = cut(new Edges(100, 480, 1_600), audio, piece);

        assertThat(cut).isEqualTo(Arrays.copyOfRange(audio, 5_000 - 480, 9_100 + 1_600));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 320})
    void leavesNothingOfSilence(int piece) {
        assertThat(cut(new Edges(100, 480, 1_600), new double[9_999], piece)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void takesShortAudioAsItIs(int seed) {
        double[] audio =
                new Random(seed).ints(50, 0, 2).mapToDouble(bit -> 400 * bit).toArray();
        audio[0] = 400;
        audio[49] = 400;

        assertThat(cut(new Edges(100, 480, 1_600), audio, seed)).isEqualTo(audio);
    }

    private static double[] cut(Edges edges, double[] audio, int piece) {
        DoubleStream.Builder all = DoubleStream.builder();
        for (int at = 0; at < audio.length; at += piece) {
            DoubleStream.of(edges.accept(Arrays.copyOfRange(audio, at, Math.min(audio.length, at + piece))))
                    .forEach(all);
        }
        DoubleStream.of(edges.finish()).forEach(all);
        return all.build().toArray();
    }
}
