package dev.sotto.bench;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.flite.FliteSynthesizer;
import dev.sotto.speech.script.Script;
import dev.sotto.speech.speaker.RenderedPrompts;
import dev.sotto.speech.speaker.Speaker;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Speaks what is said to servers, with the voice of the telephone. Blocking. */
final class Sentences {

    static final AudioFormat FORMAT = AudioFormat.linear(16_000);

    private final Synthesizer synthesizer = new FliteSynthesizer(1);
    private final Speaker speaker = new Speaker(synthesizer, Runnable::run);

    Recorded say(String text) {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        speaker.speak(
                Script.plain(new Saying(text), Locale.UK),
                new RenderedPrompts(0),
                synthesizer.voices().get(0),
                FORMAT,
                frame -> {
                    audio.writeBytes(frame.audio());
                    return FrameSink.Next.MORE;
                });
        return new Recorded(text, FORMAT, audio.toByteArray());
    }
}
