package dev.sotto.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sotto.speech.AudioFormat.Encoding;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AudioFormatTest {

    @ParameterizedTest
    @CsvSource({"7999, 1", "48001, 1", "0, 1", "-8000, 1", "8000, 0", "8000, 3", "8000, -1"})
    void refusesWhatNoEngineTakes(int rate, int channels) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AudioFormat(Encoding.PCM_S16LE, rate, channels));
    }

    @ParameterizedTest
    @CsvSource({
        "PCM_S16LE,  8000, 1, 20,  160,  320",
        "PCM_S16LE, 16000, 1, 20,  320,  640",
        "PCM_S16LE, 16000, 2, 20,  320, 1280",
        "MULAW,      8000, 1, 20,  160,  160",
        "ALAW,       8000, 2, 30,  240,  480",
        "PCM_S16LE, 22050, 1, 20,  441,  882",
        "PCM_S16LE, 44100, 1, 1,    44,   88",
        "PCM_S16LE, 16000, 1, 0,     0,    0",
    })
    void countsTheSamplesAndBytesOfATime(
            Encoding encoding, int rate, int channels, long millis, long samples, int bytes) {
        AudioFormat format = new AudioFormat(encoding, rate, channels);

        assertThat(format.samples(Duration.ofMillis(millis))).isEqualTo(samples);
        assertThat(format.bytes(Duration.ofMillis(millis))).isEqualTo(bytes);
        assertThat(format.samples(bytes)).isEqualTo((int) samples);
    }

    @Test
    void countsSamplesOfDaysWithoutLoss() {
        AudioFormat format = AudioFormat.linear(44_100);
        long samples = 44_100L * 86_400 * 365;

        assertThat(format.duration(samples)).isEqualTo(Duration.ofDays(365));
        assertThat(format.samples(Duration.ofDays(365))).isEqualTo(samples);
        assertThat(format.duration(1)).isEqualTo(Duration.ofNanos(22_675));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "-2, 1", "2, 2", "6, 2"})
    void refusesHalvesOfSamples(int bytes, int channels) {
        AudioFormat format = new AudioFormat(Encoding.PCM_S16LE, 8_000, channels);

        assertThatIllegalArgumentException().isThrownBy(() -> format.samples(bytes));
    }

    @Test
    void refusesTimeThatRunsBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AudioFormat.linear(8_000).samples(Duration.ofNanos(-1)));
    }
}
