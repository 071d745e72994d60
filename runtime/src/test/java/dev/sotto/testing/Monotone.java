package dev.sotto.testing;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.voice.BotVoice;
import java.util.Arrays;
import java.util.Optional;

/** Says everything in one tone, usually of less than a second. Safe for many threads. */
public final class Monotone implements BotVoice {

    /** How long, usually. */
    public static final int MILLIS = 800;

    /** Every byte of it. */
    public static final byte TONE = 0x11;

    private static final int STEP = 20;

    private final AudioFormat format;
    private final int millis;

    public Monotone(AudioFormat format) {
        this(format, MILLIS);
    }

    Monotone(AudioFormat format, int millis) {
        this.format = format;
        this.millis = millis;
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public void speak(Saying text, Optional<Saying> ssml, FrameSink sink) {
        int samples = format.sampleRate() * STEP / 1000;
        for (int i = 0; i < millis / STEP; i++) {
            byte[] audio = new byte[samples * 2];
            Arrays.fill(audio, TONE);
            if (sink.accept(new AudioFrame(format, (long) i * samples, audio)) == FrameSink.Next.STOP) {
                return;
            }
        }
    }
}
