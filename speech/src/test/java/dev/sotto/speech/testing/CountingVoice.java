package dev.sotto.speech.testing;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks two frames for each word, each sample of which is the number of the phrase. Safe for many threads. */
public final class CountingVoice implements Synthesizer {

    public static final AudioFormat FORMAT = AudioFormat.linear(8_000);
    public static final Voice VOICE = new Voice("counting", Locale.US);

    private final AtomicInteger phrases = new AtomicInteger();
    private final AtomicInteger frames = new AtomicInteger();

    /** Returns how many phrases it was given. */
    public int phrases() {
        return phrases.get();
    }

    /** Returns how many frames it made. */
    public int frames() {
        return frames.get();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Set.of(Locale.US), Set.of(FORMAT), Set.of());
    }

    @Override
    public List<Voice> voices() {
        return List.of(VOICE);
    }

    @Override
    public String edition() {
        return "counting/1";
    }

    @Override
    public void speak(Phrase phrase, Voice voice, AudioFormat format, FrameSink sink) {
        byte number = (byte) phrases.incrementAndGet();
        String words = phrase.words().reveal();
        if (words.contains("choke")) {
            throw new SynthesisFailedException(SynthesisFailedException.Reason.FAILED, "it choked");
        }
        int count = 2 * words.split(" ", -1).length;
        for (int i = 0; i < count; i++) {
            byte[] audio = new byte[format.bytes(AudioFrame.SPOKEN)];
            Arrays.fill(audio, number);
            frames.incrementAndGet();
            if (sink.accept(new AudioFrame(format, (long) i * format.samples(audio.length), audio))
                    == FrameSink.Next.STOP) {
                return;
            }
        }
    }
}
