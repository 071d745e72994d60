package dev.sotto.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerStreamTest {

    @ParameterizedTest
    @CsvSource({"16000, 8000", "22050, 16000", "22050, 8000", "8000, 16000", "44100, 8000", "48000, 16000"})
    void makesOfPiecesWhatTheWholeWouldMake(int from, int to) {
        Random random = new Random(from + to);
        double[] audio = random.doubles(from / 3 + 7, -10_000, 10_000).toArray();
        Resampler resampler = new Resampler(from, to);
        ResamplerStream stream = resampler.stream();

        DoubleStream.Builder all = DoubleStream.builder();
        for (int at = 0; at < audio.length; ) {
            int length = Math.min(audio.length - at, random.nextInt(400));
            double[] piece = new double[length];
            System.arraycopy(audio, at, piece, 0, length);
            DoubleStream.of(stream.accept(piece)).forEach(all);
            at += length;
        }
        DoubleStream.of(stream.finish()).forEach(all);

        assertThat(all.build().toArray()).containsExactly(resampler.apply(audio), Offset.offset(1e-9));
    }
}
