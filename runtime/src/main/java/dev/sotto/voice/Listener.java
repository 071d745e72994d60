package dev.sotto.voice;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.activity.DetectorStream;
import dev.sotto.speech.activity.VoiceDetector;
import dev.sotto.speech.activity.VoiceGate;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.audio.ResamplerStream;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.turntaking.MediaEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one line: brings the audio to the recogniser's rate, tells voices from noise, and lets the recogniser hear
 * turns and nothing else. Blocking. One thread at a time uses it; it is locked all the same, for a call that took too long
 * may still be at work when the line has given it up. Everything that held audio is overwritten.
 */
final class Listener implements AutoCloseable {

    /** How much of what was before a turn the recogniser hears, for it learns the noise from that. In milliseconds. */
    static final long BEFORE = 500;

    /** How much is kept in case a turn has begun: what is heard before, and what passes until that is decided. */
    private static final int KEPT_SECONDS = 3;

    private final Recognizer recognizer;
    private final Locale locale;
    private final AudioFormat source;
    private final AudioFormat even;
    private final Optional<ResamplerStream> flow;
    private final DetectorStream detector;
    private final VoiceGate gate = new VoiceGate();
    private final Recent recent;
    private long samples;
    private long frames;
    private @Nullable RecognizerStream turn;

    /**
     * @param source how the audio comes in; one channel
     */
    Listener(Recognizer recognizer, Locale locale, VoiceDetector detector, AudioFormat source) {
        this.recognizer = recognizer;
        this.locale = locale;
        this.source = source;
        this.even = AudioFormat.linear(rateFor(source.sampleRate()));
        this.flow = even.sampleRate() == source.sampleRate()
                ? Optional.empty()
                : Optional.of(new Resampler(source.sampleRate(), even.sampleRate()).stream());
        this.detector = detector.listen(even.sampleRate());
        this.recent = new Recent(KEPT_SECONDS * even.sampleRate());
    }

    /** A telephone's audio stays as narrow as it is. */
    private static int rateFor(int rate) {
        return rate == AudioFormat.MIN_RATE ? AudioFormat.MIN_RATE : 16_000;
    }

    /**
     * Listens to the next stretch and wipes it.
     *
     * @return what was noticed; the last thing is how much audio has passed
     */
    synchronized List<Noticed> hear(byte[] audio) {
        List<Noticed> noticed = new ArrayList<>();
        double[] heard = evened(audio);
        recent.add(heard);
        samples += heard.length;
        for (double probability : detector.accept(heard)) {
            long start = frames * DetectorStream.FRAME;
            frames++;
            VoiceGate.Change change = gate.accept(probability, start);
            long at = start + DetectorStream.FRAME;
            if (change == VoiceGate.Change.STARTED) {
                noticed.add(new Noticed.Media(new MediaEvent.VoiceStarted(at, gate.since())));
            } else if (change == VoiceGate.Change.STOPPED) {
                noticed.add(new Noticed.Media(new MediaEvent.VoiceStopped(at, gate.since())));
            }
        }
        if (turn != null) {
            tell(turn, samples - heard.length, heard, noticed);
        }
        Arrays.fill(heard, 0);
        noticed.add(new Noticed.Media(new MediaEvent.Tick(now())));
        return noticed;
    }

    /** Begins to let the recogniser hear a turn. */
    synchronized List<Noticed> listen(long since, Hints hints) {
        discard();
        RecognizerStream opened = recognizer.open(locale, even, hints);
        turn = opened;
        long from = Math.max(0, Math.max(since - BEFORE, 0) * even.sampleRate() / 1000);
        double[] before = recent.since(Math.max(0, samples - from));
        List<Noticed> noticed = new ArrayList<>();
        tell(opened, samples - before.length, before, noticed);
        Arrays.fill(before, 0);
        return noticed;
    }

    /** Ends the turn under way and returns what was said in it. */
    synchronized List<Noticed> finish() {
        RecognizerStream ended = turn;
        if (ended == null) {
            return List.of();
        }
        turn = null;
        try (ended) {
            return List.of(new Noticed.Whole(ended.finish()));
        }
    }

    /** Forgets the turn under way, if one is. */
    synchronized void discard() {
        if (turn != null) {
            turn.close();
            turn = null;
        }
    }

    @Override
    public synchronized void close() {
        discard();
        detector.close();
        flow.ifPresent(ResamplerStream::wipe);
        recent.wipe();
    }

    private long now() {
        return samples * 1000 / even.sampleRate();
    }

    private double[] evened(byte[] audio) {
        double[] decoded = Samples.decode(source, audio);
        Arrays.fill(audio, (byte) 0);
        if (flow.isEmpty()) {
            return decoded;
        }
        double[] result = flow.get().accept(decoded);
        Arrays.fill(decoded, 0);
        return result;
    }

    private void tell(RecognizerStream stream, long start, double[] heard, List<Noticed> noticed) {
        AudioFrame frame = new AudioFrame(even, start, Samples.encode(heard));
        try {
            Optional<SpeechEvent.Partial> latest = Optional.empty();
            for (SpeechEvent event : stream.accept(frame)) {
                latest = event instanceof SpeechEvent.Partial partial ? Optional.of(partial) : latest;
            }
            latest.ifPresent(words -> noticed.add(new Noticed.Words(now(), words)));
        } finally {
            frame.wipe();
        }
    }
}
