package dev.sotto.speech.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.Telling;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.TelephoneLine;
import dev.sotto.speech.embedded.TurnListener;
import dev.sotto.speech.spectrum.NormalNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every recogniser of the bot that sells tea does. */
public abstract class RecognizerContract {

    /** Returns the recogniser. */
    protected abstract Recognizer recognizer();

    private RecognizerStream open(AudioFormat format) {
        return recognizer().open(Locale.UK, format, Hints.NONE);
    }

    private List<SpeechEvent> hear(AudioFormat format, byte[] audio) {
        try (RecognizerStream stream = open(format)) {
            assertThat(stream.accept(new AudioFrame(format, 0, audio))).isNotNull();
            return stream.finish();
        }
    }

    private static String words(List<SpeechEvent> events) {
        assertThat(events).singleElement().isInstanceOf(SpeechEvent.Final.class);
        SpeechEvent.Final last = (SpeechEvent.Final) events.get(0);
        return last.guesses().isEmpty() ? "" : last.guesses().get(0).text().reveal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i would like a green tea", "when does the shop open"})
    void hearsWhatTheBotKnows(String said) {
        assertThat(words(hear(
                        AudioFormat.linear(16_000),
                        Samples.encode(Voices.model().speak(said)))))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(ints = {24_000, 44_100, 48_000})
    void hearsAudioOfOtherRates(int rate) {
        double[] audio = new Resampler(16_000, rate).apply(Voices.model().speak("when does the shop open"));

        assertThat(words(hear(AudioFormat.linear(rate), Samples.encode(audio)))).isEqualTo("when does the shop open");
    }

    @Test
    void hearsATelephone() {
        byte[] audio = new TelephoneLine().carry(Voices.model().speak("i would like a green tea"), 16_000);

        assertThat(words(hear(TelephoneLine.FORMAT, audio))).isEqualTo("i would like a green tea");
    }

    @Test
    void hearsThroughSteadyNoise() {
        double[] audio = Voices.model().speak("i would like a green tea");
        NormalNumbers noise = new NormalNumbers(3);
        double loud = Math.sqrt(Arrays.stream(audio).map(x -> x * x).average().orElseThrow());
        for (int i = 0; i < audio.length; i++) {
            audio[i] += loud / 6 * noise.next();
        }

        assertThat(words(hear(AudioFormat.linear(16_000), Samples.encode(audio))))
                .isEqualTo("i would like a green tea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the quick brown fox jumped over a lazy dog near my house yesterday",
                "four score and seven years ago our fathers brought forth",
                "turn off every light upstairs before midnight"
            })
    void rejectsWhatIsNoneOfTheBots(String said) {
        assertThat(hear(
                        AudioFormat.linear(16_000),
                        Samples.encode(Voices.model().speak(said))))
                .singleElement()
                .isInstanceOf(SpeechEvent.Rejected.class);
    }

    @Test
    void hearsTheSameWhereverTheFramesAreCut() {
        byte[] audio = Samples.encode(Voices.model().speak("when does the shop open"));
        AudioFormat format = AudioFormat.linear(16_000);
        List<SpeechEvent> events = new ArrayList<>();
        try (RecognizerStream stream = open(format)) {
            int start = 0;
            for (int length = 2; start < audio.length; length = 2 + length * 3 % 1_998) {
                int end = Math.min(audio.length, start + length - length % 2);
                assertThat(stream.accept(new AudioFrame(format, start / 2, Arrays.copyOfRange(audio, start, end))))
                        .isNotNull();
                start = end;
            }
            events.addAll(stream.finish());
        }

        assertThat(words(events)).isEqualTo("when does the shop open");
    }

    @Test
    void tellsTheSameWhenItMayWorkAhead() {
        AudioFormat format = AudioFormat.linear(16_000);
        byte[] first = Samples.encode(Voices.model().speak("i would like a green tea"));
        byte[] second = Samples.encode(Voices.model().speak("when does the shop open"));
        try (RecognizerStream stream = open(format)) {
            stream.prepareFinish();
            assertThat(stream.accept(new AudioFrame(format, 0, first))).isNotNull();
            stream.prepareFinish();
            assertThat(words(stream.finish())).isEqualTo("i would like a green tea");
            assertThat(stream.accept(new AudioFrame(format, first.length / 2, second)))
                    .isNotNull();
            stream.prepareFinish();
            assertThat(words(stream.finish())).isEqualTo("when does the shop open");
        }
    }

    @Test
    void forgetsWhatItWorkedOutAheadWhenMoreIsSaid() {
        AudioFormat format = AudioFormat.linear(16_000);
        byte[] audio = Samples.encode(Voices.model().speak("i would like a green tea"));
        int half = audio.length / 4 * 2;
        try (RecognizerStream stream = open(format)) {
            assertThat(stream.accept(new AudioFrame(format, 0, Arrays.copyOf(audio, half))))
                    .isNotNull();
            stream.prepareFinish();
            assertThat(stream.accept(new AudioFrame(format, half / 2, Arrays.copyOfRange(audio, half, audio.length))))
                    .isNotNull();

            assertThat(words(stream.finish())).isEqualTo("i would like a green tea");
        }
    }

    @Test
    void hearsOneTurnAfterAnother() {
        AudioFormat format = AudioFormat.linear(16_000);
        byte[] first = Samples.encode(Voices.model().speak("i would like a green tea"));
        byte[] second = Samples.encode(Voices.model().speak("when does the shop open"));
        try (RecognizerStream stream = open(format)) {
            assertThat(stream.accept(new AudioFrame(format, 0, first))).isNotNull();
            assertThat(words(stream.finish())).isEqualTo("i would like a green tea");
            assertThat(stream.accept(new AudioFrame(format, first.length / 2, second)))
                    .isNotNull();
            assertThat(words(stream.finish())).isEqualTo("when does the shop open");
        }
    }

    @Test
    void hearsNothingInNothing() {
        assertThat(words(hear(AudioFormat.linear(16_000), new byte[0]))).isEmpty();
        assertThat(words(hear(AudioFormat.linear(16_000), new byte[2]))).isEmpty();
    }

    @Test
    void refusesATurnWithoutEnd() {
        AudioFormat format = AudioFormat.linear(48_000);
        byte[] second = Samples.encode(new Resampler(16_000, 48_000)
                .apply(Arrays.copyOf(Voices.model().speak("when does the shop open"), 16_000)));
        int seconds = (int) TurnListener.LONGEST.toSeconds();
        byte[] longest = new byte[seconds * second.length];
        for (int i = 0; i < seconds; i++) {
            System.arraycopy(second, 0, longest, i * second.length, second.length);
        }
        try (RecognizerStream stream = open(format)) {
            assertThat(stream.accept(new AudioFrame(format, 0, longest))).isEmpty();

            assertThatThrownBy(() -> stream.accept(new AudioFrame(format, 48_000L * seconds, second)))
                    .isInstanceOf(RecognizerFailedException.class);
        }
    }

    @Test
    void refusesAFormatThatItDoesNotHear() {
        assertThatThrownBy(() -> open(new AudioFormat(AudioFormat.Encoding.PCM_S16LE, 16_000, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open(AudioFormat.linear(11_025))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> recognizer().open(Locale.GERMAN, AudioFormat.linear(16_000), Hints.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, five three oh nine double two",
        "number, two hundred and forty one",
        "time, half past ten",
        "teas, green tea",
        "teas, when does the shop open"
    })
    void hearsAnswersToWhatWasAsked(String type, String said) {
        AudioFormat format = AudioFormat.linear(16_000);
        try (RecognizerStream stream = recognizer().open(Locale.UK, format, Hints.asked(new SlotTypeName(type)))) {
            assertThat(Voices.hear(stream, Voices.say(said))).isEqualTo(said);
        }
    }

    @Test
    void forgetsSilenceForEver() {
        AudioFormat format = AudioFormat.linear(16_000);
        byte[] second = new byte[32_000];
        byte[] audio = Samples.encode(Voices.model().speak("when does the shop open"));
        try (RecognizerStream stream = open(format)) {
            for (int i = 0; i < 2 * TurnListener.LONGEST.toSeconds(); i++) {
                assertThat(stream.accept(new AudioFrame(format, 16_000L * i, second)))
                        .isEmpty();
            }
            assertThat(stream.accept(new AudioFrame(format, 16_000L * 2 * TurnListener.LONGEST.toSeconds(), audio)))
                    .isNotNull();

            assertThat(words(stream.finish())).isEqualTo("when does the shop open");
        }
    }

    @Test
    void tellsWordsWhileTheyAreSpoken() throws InterruptedException {
        List<String> told = new ArrayList<>();
        try (RecognizerStream stream = open(Voices.FORMAT)) {
            for (AudioFrame frame : Voices.frames(Voices.say("when does the shop open"), 0)) {
                stream.accept(frame).stream()
                        .map(SpeechEvent.Partial.class::cast)
                        .forEach(partial -> told.add(partial.text().reveal()));
                pace();
            }

            assertThat(words(stream.finish())).isEqualTo("when does the shop open");
        }
        assertThat(told).isNotEmpty().allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(told.get(told.size() - 1)).startsWith("when does");
    }

    @Test
    void tellsNoWordsBeforeATurnIsOverWhereNobodyWantsThem() throws InterruptedException {
        List<SpeechEvent> told = new ArrayList<>();
        Hints hints = Hints.NONE.told(Telling.WHEN_OVER);
        try (RecognizerStream stream = recognizer().open(Locale.UK, Voices.FORMAT, hints)) {
            for (AudioFrame frame : Voices.frames(Voices.say("when does the shop open"), 0)) {
                told.addAll(stream.accept(frame));
                pace();
            }

            assertThat(words(stream.finish())).isEqualTo("when does the shop open");
        }
        assertThat(told).isEmpty();
    }

    /** Lets a recogniser in another process keep up. */
    protected void pace() throws InterruptedException {}
}
