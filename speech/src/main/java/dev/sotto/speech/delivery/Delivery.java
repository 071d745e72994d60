package dev.sotto.speech.delivery;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.audio.ResamplerStream;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.SoftLimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Brings the audio of one phrase from an engine to a sink. Confined to one thread. */
public final class Delivery implements AutoCloseable {

    /** How much silence a phrase begins with: a sound that starts at full strength is heard as a click. */
    public static final Duration LEAD = Duration.ofMillis(30);

    /** By rate from and to: their filters are the same for each phrase. */
    private static final Map<Long, Resampler> RESAMPLERS = new ConcurrentHashMap<>();

    private static final int MOST_RESAMPLERS = 32;

    private final AudioFormat format;
    private final FrameSink sink;
    private final double gain;
    private final Edges edges;
    private final Optional<ResamplerStream> resampler;
    private byte[] frame;
    private int filled;
    private long delivered;
    private FrameSink.Next next = FrameSink.Next.MORE;

    /**
     * @param rate samples a second that the engine makes
     * @param source what is known of the audio
     * @param rest how much silence is left at the end
     * @param format linear, one channel
     */
    public Delivery(int rate, Source source, Duration rest, AudioFormat format, FrameSink sink) {
        this.format = format;
        this.sink = sink;
        this.gain = source.gain();
        AudioFormat engine = AudioFormat.linear(rate);
        this.edges = new Edges(source.silence(), (int) engine.samples(LEAD), (int) engine.samples(rest));
        this.resampler = rate == format.sampleRate()
                ? Optional.empty()
                : Optional.of(resampler(rate, format.sampleRate()).stream());
        this.frame = new byte[format.bytes(AudioFrame.SPOKEN)];
    }

    /** Takes the next samples of the engine, in units of 16-bit audio, and tells whether to go on. The array is wiped. */
    public FrameSink.Next accept(double[] audio) {
        deliver(edges.accept(audio));
        Arrays.fill(audio, 0);
        return next;
    }

    /** Delivers what is left, the last frame filled up with silence. */
    public void finish() {
        deliver(edges.finish());
        resampler.ifPresent(stream -> put(stream.finish()));
        if (filled > 0 && next == FrameSink.Next.MORE) {
            send();
        }
    }

    /** Overwrites what is left of the audio. */
    @Override
    public void close() {
        edges.wipe();
        resampler.ifPresent(ResamplerStream::wipe);
        Arrays.fill(frame, (byte) 0);
    }

    private void deliver(double[] audio) {
        for (int i = 0; i < audio.length; i++) {
            audio[i] *= gain;
        }
        if (resampler.isPresent()) {
            put(resampler.get().accept(audio));
            Arrays.fill(audio, 0);
        } else {
            put(audio);
        }
    }

    private void put(double[] audio) {
        for (int i = 0; i < audio.length && next == FrameSink.Next.MORE; i++) {
            short sample = Samples.nearest(SoftLimit.apply(audio[i]));
            frame[filled++] = (byte) sample;
            frame[filled++] = (byte) (sample >> 8);
            if (filled == frame.length) {
                send();
            }
        }
        Arrays.fill(audio, 0);
    }

    private void send() {
        AudioFrame full = new AudioFrame(format, delivered, frame);
        delivered += full.samples();
        frame = new byte[frame.length];
        filled = 0;
        next = sink.accept(full);
    }

    private static Resampler resampler(int from, int to) {
        if (RESAMPLERS.size() >= MOST_RESAMPLERS) {
            return new Resampler(from, to);
        }
        return RESAMPLERS.computeIfAbsent(((long) from << 32) | to, rates -> new Resampler(from, to));
    }

    /**
     * What is known of the audio that a voice makes.
     *
     * @param gain what brings it to the level that all voices have
     * @param silence what is no louder is silence, in units of 16-bit audio, before the gain
     */
    public record Source(double gain, double silence) {}
}
