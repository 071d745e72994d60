package dev.sotto.speech.testing;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.audio.Samples;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps everything, and asks to stop after some frames if it is told so. Confined to one thread. */
public final class Spoken implements FrameSink {

    private final List<AudioFrame> frames = new ArrayList<>();
    private final int wanted;

    public Spoken() {
        this(Integer.MAX_VALUE);
    }

    /** @param wanted with this frame it asks to stop */
    public Spoken(int wanted) {
        this.wanted = wanted;
    }

    /** Returns a phrase at the voice's own pace. */
    public static Phrase phrase(String words) {
        return new Phrase(new Saying(words), 1, Duration.ofMillis(100));
    }

    @Override
    public Next accept(AudioFrame frame) {
        frames.add(frame);
        return frames.size() >= wanted ? Next.STOP : Next.MORE;
    }

    public List<AudioFrame> frames() {
        return frames;
    }

    /** Returns all bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        frames.forEach(frame -> all.writeBytes(frame.audio()));
        return all.toByteArray();
    }

    /** Returns how long it is in milliseconds. */
    public long millis() {
        return frames.stream().mapToLong(frame -> frame.duration().toMillis()).sum();
    }

    /** Returns the samples. */
    public double[] samples(AudioFormat format) {
        return Samples.decode(format, bytes());
    }

    /** Returns the mean level of the frames that are not silent, in dB below full scale. */
    public double level(AudioFormat format) {
        double loudest =
                frames.stream().mapToDouble(frame -> power(format, frame)).max().orElse(0);
        double mean = frames.stream()
                .mapToDouble(frame -> power(format, frame))
                .filter(power -> power > loudest / 10_000)
                .average()
                .orElse(0);
        return 10 * Math.log10(mean / (32_768.0 * 32_768.0));
    }

    private static double power(AudioFormat format, AudioFrame frame) {
        double sum = 0;
        for (double sample : Samples.decode(format, frame.audio())) {
            sum += sample * sample;
        }
        return sum / frame.samples();
    }
}
