package dev.sotto.speech.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.embedded.DamagedEarException;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.EarPlan;
import dev.sotto.speech.embedded.Heard;
import dev.sotto.speech.embedded.Shelf;
import dev.sotto.speech.embedded.TurnListener;
import dev.sotto.speech.testing.TestModel;
import dev.sotto.speech.testing.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialListenerTest {

    private static final Shelf SHELF = new Shelf();

    @TempDir
    private static Path temporary;

    private static ModelStore store;
    private static InstalledModel installed;
    private static EarPlan plan;

    @BeforeAll
    static void install() throws IOException {
        store = new ModelStore(temporary.resolve("installed"));
        installed = store.install(
                TestModel.write(temporary.resolve("tea")),
                new ModelStore.Said(Optional.of("tea"), Optional.of(Locale.UK), Optional.empty()));
        plan = store.open(installed).hearing(Locale.UK);
    }

    @AfterAll
    static void close() {
        SHELF.close();
    }

    private static OfficialListener listener(AudioFormat format) {
        return new OfficialListener(SHELF, plan.parts(Hints.NONE), format, () -> {}, Runnable::run);
    }

    private static String words(Heard heard) {
        return heard instanceof Heard.Words words
                ? String.join(" ", plan.words(plan.parts(Hints.NONE).get(0), words.numbers()))
                : heard.getClass().getSimpleName();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i would like a green tea", "when does the shop open"})
    void hearsWhatTheModelKnows(String said) {
        try (OfficialListener listener = listener(Voices.FORMAT)) {
            Voices.frames(Voices.say(said), 0).forEach(listener::accept);

            assertThat(words(listener.finish())).isEqualTo(said);
        }
    }

    @Test
    void hearsAudioOfAnotherRate() {
        double[] audio = new Resampler(16_000, 48_000).apply(Voices.model().speak("when does the shop open"));
        AudioFormat format = AudioFormat.linear(48_000);
        try (OfficialListener listener = listener(format)) {
            listener.accept(new AudioFrame(format, 0, Samples.encode(audio)));

            assertThat(words(listener.finish())).isEqualTo("when does the shop open");
        }
    }

    @Test
    void hearsTheSameWhereverTheFramesAreCut() {
        byte[] audio = Voices.say("i would like a green tea");
        try (OfficialListener listener = listener(Voices.FORMAT)) {
            int start = 0;
            for (int length = 2; start < audio.length; length = 2 + length * 3 % 1_998) {
                int end = Math.min(audio.length, start + length - length % 2);
                listener.accept(new AudioFrame(Voices.FORMAT, start / 2, Arrays.copyOfRange(audio, start, end)));
                start = end;
            }

            assertThat(words(listener.finish())).isEqualTo("i would like a green tea");
        }
    }

    @Test
    void hearsOneTurnAfterAnother() {
        try (OfficialListener listener = listener(Voices.FORMAT)) {
            byte[] first = Voices.say("i would like a green tea");
            Voices.frames(first, 0).forEach(listener::accept);
            assertThat(words(listener.finish())).isEqualTo("i would like a green tea");
            Voices.frames(Voices.say("when does the shop open"), first.length / 2)
                    .forEach(listener::accept);

            assertThat(words(listener.finish())).isEqualTo("when does the shop open");
        }
    }

    @Test
    void tellsWordsWhileTheyAreSpoken() {
        List<String> told = new ArrayList<>();
        try (OfficialListener listener = listener(Voices.FORMAT)) {
            for (AudioFrame frame : Voices.frames(Voices.say("when does the shop open"), 0)) {
                listener.accept(frame);
                listener.partial().ifPresent(heard -> told.add(words(heard)));
            }
        }

        assertThat(told).isNotEmpty().doesNotHaveDuplicates();
        assertThat(told.get(told.size() - 1)).startsWith("when does");
    }

    @Test
    void rejectsWhatTheModelHasOnlyItsWordForUnknownWordsFor() {
        try (OfficialListener listener = listener(Voices.FORMAT)) {
            Voices.frames(Voices.say("four score and seven years ago our fathers brought forth"), 0)
                    .forEach(listener::accept);

            assertThat(listener.finish()).isInstanceOf(Heard.Other.class);
        }
    }

    @Test
    void hearsNothingInNothing() {
        try (OfficialListener listener = listener(Voices.FORMAT)) {
            assertThat(listener.finish()).isInstanceOf(Heard.Nothing.class);
            listener.accept(new AudioFrame(Voices.FORMAT, 0, new byte[2]));
            assertThat(listener.finish()).isInstanceOf(Heard.Nothing.class);
        }
    }

    @Test
    void forgetsSilenceForEver() {
        try (OfficialListener listener = listener(Voices.FORMAT)) {
            long seconds = 2 * TurnListener.LONGEST.toSeconds();
            byte[] silence = Arrays.copyOf(Voices.say("when does the shop open"), 6_400);
            byte[] second = new byte[32_000];
            for (int i = 0; i < second.length; i++) {
                second[i] = silence[i % silence.length];
            }
            for (int i = 0; i < seconds; i++) {
                listener.accept(new AudioFrame(Voices.FORMAT, 16_000L * i, second));
            }
            assertThat(listener.needsFrom()).isGreaterThanOrEqualTo(16_000 * (seconds - 2));
            Voices.frames(Voices.say("when does the shop open"), 16_000 * seconds)
                    .forEach(listener::accept);

            assertThat(words(listener.finish())).isEqualTo("when does the shop open");
        }
    }

    @Test
    void refusesATurnWithoutEnd() {
        byte[] second = Arrays.copyOf(Voices.say("when does the shop open"), 32_000);
        try (OfficialListener listener = new OfficialListener(
                SHELF, plan.parts(Hints.NONE), Voices.FORMAT, () -> {}, Runnable::run, Duration.ofSeconds(1))) {
            listener.accept(new AudioFrame(Voices.FORMAT, 0, second));

            assertThatThrownBy(() -> listener.accept(new AudioFrame(Voices.FORMAT, 16_000, second)))
                    .isInstanceOf(RecognizerFailedException.class);
        }
    }

    @Test
    void tellsTheLibraryNoWord() throws IOException {
        EarPart part = plan.parts(Hints.NONE).get(0);

        assertThat(Files.readString(part.ear().resolve("model/graph/words.txt")))
                .doesNotContain("tea")
                .hasLineCount(part.words() + 1);
    }

    @Test
    void refusesAModelThatWasChangedSinceItWasLookedAt() throws IOException {
        InstalledModel other = store.install(
                TestModel.write(temporary.resolve("other")),
                new ModelStore.Said(Optional.of("other"), Optional.of(Locale.UK), Optional.empty()));
        EarPlan changed = store.open(other).hearing(Locale.UK);
        Path file = other.folder().resolve("am/final.mdl");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        try (OfficialListener listener =
                new OfficialListener(SHELF, changed.parts(Hints.NONE), Voices.FORMAT, () -> {}, Runnable::run)) {
            assertThatThrownBy(listener::prepare).isInstanceOf(DamagedEarException.class);
        }
    }

    @Test
    void givesNoGrammarToAModelThatTakesNone() throws IOException {
        OfficialModel model = store.open(installed);

        assertThatThrownBy(() -> model.hearing(Locale.UK, List.of(List.of("tea"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
