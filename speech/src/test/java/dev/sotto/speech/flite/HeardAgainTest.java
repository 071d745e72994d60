package dev.sotto.speech.flite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.Voice;
import dev.sotto.speech.embedded.Ear;
import dev.sotto.speech.script.Script;
import dev.sotto.speech.speaker.RenderedPrompts;
import dev.sotto.speech.speaker.Speaker;
import dev.sotto.speech.testing.Spoken;
import dev.sotto.speech.testing.TestEars;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lets a bot's ear hear what the voices say. */
class HeardAgainTest {

    private static final Speaker SPEAKER = new Speaker(new FliteSynthesizer(1), Runnable::run);
    private static Ear ear;

    @BeforeAll
    static void load() {
        ear = new Ear(TestEars.tea());
    }

    @AfterAll
    static void close() {
        ear.close();
    }

    @ParameterizedTest
    @CsvSource({
        "rms, 16000, I would like a green tea.",
        "rms, 8000, When does the shop open?",
        "slt, 16000, When does the shop open?",
        "awb, 16000, I would like a green tea.",
        "kal16, 16000, When does the shop open?"
    })
    void isUnderstood(String voice, int rate, String said) {
        AudioFormat format = AudioFormat.linear(rate);
        Spoken spoken = new Spoken();
        SPEAKER.speak(
                Script.plain(new Saying(said), Locale.US),
                new RenderedPrompts(0),
                new Voice(voice, Locale.US),
                format,
                spoken);

        List<SpeechEvent> events;
        try (RecognizerStream stream = ear.open(Locale.UK, format, Hints.NONE)) {
            for (AudioFrame frame : spoken.frames()) {
                assertThat(stream.accept(frame)).allMatch(SpeechEvent.Partial.class::isInstance);
            }
            events = stream.finish();
        }

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        SpeechEvent.Final.class,
                        heard -> assertThat(heard.guesses().get(0).text().reveal())
                                .isEqualTo(said.toLowerCase(Locale.ROOT).replaceAll("[.?]", "")));
    }
}
