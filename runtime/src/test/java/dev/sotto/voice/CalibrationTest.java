package dev.sotto.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.testing.ScriptedEar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

    private static final int USUAL = 5;
    private static final Voice VOICE = new Voice("two-seconds", Locale.UK);

    @TempDir
    private Path folder;

    /** What a look at the clock is after the one before. */
    private static final long LOOK = 400_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong worked = new AtomicLong();
    private long share = LOOK;
    private final ScriptedEar ear = new ScriptedEar();

    private Calibration calibration(String machine) {
        return new Calibration(
                folder.resolve("calibration.txt"),
                machine,
                2,
                USUAL,
                () -> nanos.getAndAdd(LOOK),
                () -> worked.getAndAdd(share));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1, 4", "0.2, 2, 8", "0.05, 4, 69", "3, 2, 1", "0.0000001, 64, 10000"})
    void takesAsManyLinesAsAreHeardInTime(double pass, int processors, int lines) {
        assertThat(Calibration.lines(pass, processors)).isEqualTo(lines);
    }

    @Test
    void takesTheUsualNumberUntilItIsKnown() {
        assertThat(calibration("a").lines()).isEqualTo(2 * USUAL);
    }

    @Test
    void findsOutHowLongASentenceTakes() throws IOException {
        Calibration calibration = calibration("a");

        calibration.find(ear, new TwoSeconds(), VOICE);

        assertThat(calibration.lines()).isEqualTo(Calibration.lines(0.2, 2));
        assertThat(ear.opened.get()).isEqualTo(3);
        assertThat(ear.open.get()).isZero();
    }

    @Test
    void keepsWhatItFoundForTheMachine() throws IOException {
        calibration("a").find(ear, new TwoSeconds(), VOICE);

        assertThat(calibration("a").lines()).isEqualTo(Calibration.lines(0.2, 2));
        assertThat(calibration("b").lines()).isEqualTo(2 * USUAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, LOOK / 2})
    void usesAndDoesNotKeepWhatItFoundWhileOthersHadTheMachine(long had) throws IOException {
        share = had;
        Calibration busy = calibration("a");
        busy.find(ear, new TwoSeconds(), VOICE);

        assertThat(busy.lines()).isEqualTo(Calibration.lines(0.2, 2));
        assertThat(folder).isEmptyDirectory();

        share = LOOK;
        calibration("a").find(ear, new TwoSeconds(), VOICE);
        assertThat(calibration("a").lines()).isEqualTo(Calibration.lines(0.2, 2));
    }

    /** The quickest of three counts, and whether that one was disturbed. */
    @Test
    void keepsWhatItFoundInAMomentWithoutOthers() throws IOException {
        AtomicInteger look = new AtomicInteger();
        long[] clock = {0, 3 * LOOK, 3 * LOOK, 4 * LOOK, 4 * LOOK, 7 * LOOK};
        long[] used = {0, LOOK, LOOK, 2 * LOOK, 2 * LOOK, 3 * LOOK};
        AtomicInteger turn = new AtomicInteger();
        Calibration calibration = new Calibration(
                folder.resolve("calibration.txt"),
                "a",
                2,
                USUAL,
                () -> clock[look.getAndIncrement()],
                () -> used[turn.getAndIncrement()]);

        calibration.find(ear, new TwoSeconds(), VOICE);

        assertThat(calibration("a").lines()).isEqualTo(Calibration.lines(0.2, 2));
    }

    @ParameterizedTest
    @CsvSource({"''", "lines 3", "'sotto calibration 2\nmachine a\nlines many\n'"})
    void findsOutAnewWhatIsDamaged(String text) throws IOException {
        Files.writeString(folder.resolve("calibration.txt"), text.replace("\\n", "\n"));

        Calibration calibration = calibration("a");
        calibration.find(ear, new TwoSeconds(), VOICE);

        assertThat(calibration.lines()).isEqualTo(Calibration.lines(0.2, 2));
        assertThat(calibration("a").lines()).isEqualTo(calibration.lines());
    }

    @Test
    void keepsTheUsualNumberWhenTheEarFails() throws IOException {
        ear.refuse();

        Calibration calibration = calibration("a");
        calibration.find(ear, new TwoSeconds(), VOICE);

        assertThat(calibration.lines()).isEqualTo(2 * USUAL);
        assertThat(folder).isEmptyDirectory();
    }

    private record TwoSeconds() implements Synthesizer {

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Set.of(Locale.UK), Set.of(AudioFormat.linear(16_000)), Set.of());
        }

        @Override
        public List<Voice> voices() {
            return List.of(VOICE);
        }

        @Override
        public String edition() {
            return "two-seconds";
        }

        @Override
        public void speak(Phrase phrase, Voice voice, AudioFormat format, FrameSink sink) {
            assertThat(sink.accept(new AudioFrame(format, 0, new byte[64_000]))).isEqualTo(FrameSink.Next.MORE);
        }
    }
}
