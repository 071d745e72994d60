package dev.sotto.speech.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every synthesiser has to do. */
public abstract class SynthesizerContract {

    protected static final AudioFormat WIDE = AudioFormat.linear(16_000);
    private static final String WORDS = "The kettle is on, and the tea is ready.";

    /** Returns the one to be tested. */
    protected abstract Synthesizer synthesizer();

    /** Returns its quickest voice. */
    protected abstract Voice voice();

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000})
    void speaksInWholeFramesThatFollowEachOther(int rate) {
        Spoken spoken = speak(WORDS, AudioFormat.linear(rate));

        assertThat(spoken.millis()).isBetween(500L, 6_000L);
        long expected = 0;
        for (AudioFrame frame : spoken.frames()) {
            assertThat(frame.start()).isEqualTo(expected);
            assertThat(frame.format()).isEqualTo(AudioFormat.linear(rate));
            assertThat(frame.duration()).isEqualTo(AudioFrame.SPOKEN);
            expected = frame.end();
        }
    }

    @Test
    void beginsAndEndsWithLittleSilence() {
        double[] samples = speak(WORDS, WIDE).samples(WIDE);

        double loudest = 0;
        for (double sample : samples) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        int first = 0;
        while (Math.abs(samples[first]) < loudest / 50) {
            first++;
        }
        int last = samples.length - 1;
        while (Math.abs(samples[last]) < loudest / 50) {
            last--;
        }
        assertThat(first / 16).as("milliseconds before").isLessThan(90);
        assertThat((samples.length - last) / 16).as("milliseconds after").isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17})
    void stopsWithTheFrameThatAskedForIt(int frames) {
        Spoken spoken = new Spoken(frames);

        synthesizer().speak(Spoken.phrase(WORDS), voice(), WIDE, spoken);

        assertThat(spoken.frames()).hasSize(frames);
        assertThat(speak(WORDS, WIDE).frames()).hasSizeGreaterThan(frames);
    }

    @Test
    void saysTheSameTheSameWay() {
        byte[] once = speak(WORDS, WIDE).bytes();
        speak("Something else in between.", WIDE);

        assertThat(speak(WORDS, WIDE).bytes()).isEqualTo(once);
    }

    @Test
    void speaksForManyThreadsAtOnce() throws InterruptedException, ExecutionException {
        byte[] alone = speak(WORDS, WIDE).bytes();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> speak(WORDS, WIDE).bytes()));
            }
            for (Future<byte[]> each : all) {
                assertThat(each.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void speaksMoreSlowlyIfItIsToldTo() {
        Spoken slow = new Spoken();

        synthesizer().speak(new Phrase(new Saying(WORDS), 0.6, Duration.ofMillis(100)), voice(), WIDE, slow);

        assertThat(slow.millis()).isGreaterThan(speak(WORDS, WIDE).millis() * 4 / 3);
    }

    @Test
    void tellsOfAnInterruptionAndSpeaksAgainAfterIt() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> speak(WORDS, WIDE))
                    .isInstanceOfSatisfying(
                            SynthesisFailedException.class,
                            failed ->
                                    assertThat(failed.reason()).isEqualTo(SynthesisFailedException.Reason.INTERRUPTED));
        } finally {
            assertThat(Thread.interrupted()).as("the flag stays").isTrue();
        }

        assertThat(speak(WORDS, WIDE).frames()).isNotEmpty();
    }

    @Test
    void speaksAgainAfterASinkFailed() {
        assertThatThrownBy(() -> synthesizer().speak(Spoken.phrase(WORDS), voice(), WIDE, frame -> {
                    throw new IllegalStateException("the line is gone");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the line is gone");

        assertThat(speak(WORDS, WIDE).frames()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...",
                ",",
                "?!",
                "%s%n%x",
                "<speak>",
                "a\u0000b\u0007",
                "\u20ac \u00b0",
                "'",
                "\ud83d\ude00"
            })
    void doesNotMindStrangeWords(String words) {
        assertThat(speak(words, WIDE).millis()).isLessThan(5_000);
    }

    @Test
    void doesNotMindAWordWithoutEnd() {
        assertThat(speak("tea".repeat(130), WIDE).frames()).isNotEmpty();
    }

    @Test
    void refusesAVoiceThatItDoesNotHave() {
        assertThatThrownBy(() ->
                        synthesizer().speak(Spoken.phrase(WORDS), new Voice("nobody", Locale.US), WIDE, new Spoken()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("kettle");
    }

    @Test
    void refusesAFormatThatItDoesNotHave() {
        AudioFormat stereo = new AudioFormat(AudioFormat.Encoding.PCM_S16LE, 16_000, 2);

        assertThatThrownBy(() -> speak(WORDS, stereo)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreThanItHoldsInMemory() {
        assertThatThrownBy(() -> speak("tea ".repeat(101), WIDE)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Speaks in the quickest voice. */
    protected final Spoken speak(String words, AudioFormat format) {
        Spoken spoken = new Spoken();
        synthesizer().speak(Spoken.phrase(words), voice(), format, spoken);
        return spoken;
    }
}
