package dev.sotto.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.speech.AudioFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WavFileTest {

    private static byte[] wav(int kind, int channels, int rate, int bits, byte[] audio) {
        ByteBuffer out = ByteBuffer.allocate(58 + audio.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(50 + audio.length);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) kind).putShort((short) channels).putInt(rate);
        out.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        out.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(5).put(new byte[6]);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(audio.length).put(audio);
        return out.array();
    }

    private static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @Test
    void readsLinearAudioPastChunksThatItDoesNotKnow() {
        WavFile file = WavFile.of(wav(1, 1, 16_000, 16, new byte[] {1, 2, 3, 4}));

        assertThat(file.format()).isEqualTo(AudioFormat.linear(16_000));
        assertThat(file.audio()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void readsBothKindsOfTelephones() {
        assertThat(WavFile.of(wav(7, 1, 8_000, 8, new byte[3])).format().encoding())
                .isEqualTo(AudioFormat.Encoding.MULAW);
        assertThat(WavFile.of(wav(6, 1, 8_000, 8, new byte[3])).format().encoding())
                .isEqualTo(AudioFormat.Encoding.ALAW);
    }

    @Test
    void leavesOutHalfASample() {
        assertThat(WavFile.of(wav(1, 1, 16_000, 16, new byte[5])).audio()).hasSize(4);
    }

    @Test
    void refusesWhatItDoesNotRead() {
        assertThatThrownBy(() -> WavFile.of(wav(1, 2, 16_000, 16, new byte[4])))
                .isInstanceOf(MalformedWavException.class)
                .hasMessageContaining("2 channels");
        assertThatThrownBy(() -> WavFile.of(wav(3, 1, 16_000, 32, new byte[4])))
                .isInstanceOf(MalformedWavException.class)
                .hasMessageContaining("encoding 3");
        assertThatThrownBy(() -> WavFile.of(wav(1, 1, 96_000, 16, new byte[4])))
                .isInstanceOf(MalformedWavException.class)
                .hasMessageContaining("96000");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void refusesOrReadsAnyBytes(long seed) {
        Random random = new Random(seed);
        byte[] bytes = wav(1, 1, 16_000, 16, new byte[100]);
        for (int i = 0; i < 8; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));

        try {
            assertThat(WavFile.of(cut).audio().length).isLessThanOrEqualTo(cut.length);
        } catch (MalformedWavException e) {
            assertThat(e.getMessage()).startsWith("found ");
        }
    }
}
