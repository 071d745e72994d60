package dev.sotto.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AudioFrameTest {

    private static final AudioFormat FORMAT = AudioFormat.linear(16_000);

    @Test
    void knowsItsPlaceInTheStream() {
        AudioFrame frame = new AudioFrame(FORMAT, 320, new byte[640]);

        assertThat(frame.samples()).isEqualTo(320);
        assertThat(frame.end()).isEqualTo(640);
        assertThat(frame.duration()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void leavesNothingOfItsAudioWhenWiped() {
        byte[] audio = {1, 2, 3, 4};
        AudioFrame frame = new AudioFrame(FORMAT, 0, audio);

        frame.wipe();
        frame.wipe();

        assertThat(audio).containsOnly(0);
        assertThat(frame.isWiped()).isTrue();
        assertThat(frame.samples()).isEqualTo(2);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(frame::audio);
    }

    @Test
    void takesWholeSamplesOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AudioFrame(FORMAT, 0, new byte[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> new AudioFrame(FORMAT, -1, new byte[2]));
    }

    @Test
    void saysNothingOfItsAudio() {
        assertThat(new AudioFrame(FORMAT, 7, new byte[] {77, 77}).toString()).doesNotContain("77");
    }
}
