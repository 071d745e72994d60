package dev.sotto.voice;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.Voice;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.flite.FliteSynthesizer;
import dev.sotto.speech.script.Script;
import dev.sotto.speech.script.ScriptRefusedException;
import dev.sotto.speech.script.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Speaks lines as somebody would who talks to a bot, for tests, proofs and measurements. Blocking; confined to one thread.
 */
public final class Elocution {

    /** How the audio is laid out. */
    public static final AudioFormat FORMAT = AudioFormat.linear(16_000);

    /** Samples of silence before and after each line, as a line has them. */
    private static final int SILENCE = 8_000;

    private final FliteSynthesizer synthesizer = new FliteSynthesizer(1);
    private final Voice voice = synthesizer.voices().get(0);

    /**
     * Returns a line as samples of {@link #FORMAT}, in units of 16-bit audio, with half a second of silence before and after.
     *
     * @throws ScriptRefusedException if it cannot be spoken
     */
    public double[] speak(Saying line, Locale locale) throws ScriptRefusedException {
        double[] words = words(line, locale);
        double[] audio = new double[words.length + 2 * SILENCE];
        System.arraycopy(words, 0, audio, SILENCE, words.length);
        Arrays.fill(words, 0);
        return audio;
    }

    /**
     * Returns a line without the silence around it.
     *
     * @throws ScriptRefusedException if it cannot be spoken
     */
    public double[] words(Saying line, Locale locale) throws ScriptRefusedException {
        DoubleStream.Builder audio = DoubleStream.builder();
        for (Step step : Script.plain(line, locale).steps()) {
            if (step instanceof Step.Speak speak) {
                speak(speak.phrase(), audio);
            }
        }
        return audio.build().toArray();
    }

    private void speak(Phrase phrase, DoubleStream.Builder audio) {
        synthesizer.speak(phrase, voice, FORMAT, frame -> {
            Arrays.stream(Samples.decode(FORMAT, frame.audio())).forEach(audio::add);
            return FrameSink.Next.MORE;
        });
    }
}
