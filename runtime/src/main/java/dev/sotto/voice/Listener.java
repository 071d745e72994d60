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
import java.time.Duration;
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
public final class Listener implements AutoCloseable {

    /** How much of what was before a turn the recogniser hears, for it learns the noise from that. In milliseconds. */
    static final long BEFORE = 500;

    /**
     * How much is kept in case a turn has begun: what is heard before, and what passes until that is decided. A client's
     * largest frame alone may hold eight seconds of a telephone's audio.
     */
    private static final int KEPT_SECONDS = 10;

    /** Silence after which a turn may be over; shorter ones are within words. In milliseconds. */
    static final long PAUSE = 160;

    /** What is listened to in one go; a client may send much more in one frame. */
    private static final Duration PIECE = Duration.ofMillis(500);

    /** How much of a pause is held back from the recogniser, who meanwhile works ahead. */
    private static final int HELD_SECONDS = 2;

    private final Recognizer recognizer;
    private final Locale locale;
    private final AudioFormat source;
    private final AudioFormat even;
    private final Optional<ResamplerStream> flow;
    private final DetectorStream detector;
    private final VoiceGate gate = new VoiceGate();
    private final Recent recent;
    private final int piece;
    private long samples;
    private long frames;
    private @Nullable RecognizerStream turn;

    /** How many samples the turn under way was told of. */
    private long told;

    /** Whether the recogniser was asked to work ahead in this pause. */
    private boolean asked;

    /**
     * @param locale one that the recogniser hears
     * @param source how the audio comes in; one channel
     */
    public Listener(Recognizer recognizer, Locale locale, VoiceDetector detector, AudioFormat source) {
        this.recognizer = recognizer;
        this.locale = locale;
        this.source = source;
        this.even = AudioFormat.linear(rateFor(source.sampleRate()));
        this.flow = even.sampleRate() == source.sampleRate()
                ? Optional.empty()
                : Optional.of(new Resampler(source.sampleRate(), even.sampleRate()).stream());
        this.detector = detector.listen(even.sampleRate());
        this.piece = source.bytes(PIECE);
        this.recent = new Recent(KEPT_SECONDS * even.sampleRate());
    }

    /** A telephone's audio stays as narrow as it is. */
    private static int rateFor(int rate) {
        return rate == AudioFormat.MIN_RATE ? AudioFormat.MIN_RATE : 16_000;
    }

    /**
     * Listens to the next stretch, piece by piece, and wipes it.
     *
     * @return what was noticed; the last thing of each piece is how much audio has passed
     */
    public synchronized List<Noticed> hear(byte[] audio) {
        List<Noticed> noticed = new ArrayList<>();
        try {
            for (int from = 0; from < audio.length; from += piece) {
                hear(Arrays.copyOfRange(audio, from, Math.min(audio.length, from + piece)), noticed);
            }
        } finally {
            Arrays.fill(audio, (byte) 0);
        }
        return noticed;
    }

    private void hear(byte[] audio, List<Noticed> noticed) {
        double[] heard = evened(audio);
        try {
            hear(heard, noticed);
        } finally {
            Arrays.fill(heard, 0);
        }
        noticed.add(new Noticed.Media(new MediaEvent.Tick(now())));
    }

    private void hear(double[] heard, List<Noticed> noticed) {
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
            follow(turn, noticed);
        }
    }

    /** A turn will begin soon. */
    synchronized void prepare(Hints hints) {
        recognizer.prepare(locale, even, hints);
    }

    /**
     * Begins to let the recogniser hear a turn.
     *
     * @param since when its voice began, in milliseconds of audio
     */
    public synchronized List<Noticed> listen(long since, Hints hints) {
        discard();
        RecognizerStream opened = recognizer.open(locale, even, hints);
        turn = opened;
        asked = false;
        told = Math.max(samples - recent.size(), Math.max(since - BEFORE, 0) * even.sampleRate() / 1000);
        List<Noticed> noticed = new ArrayList<>();
        tellRest(opened, noticed);
        return noticed;
    }

    /**
     * Has the recogniser hear what it was not told of yet. In a pause it hears nothing more, and works ahead: most pauses
     * are the end. If the voice comes back it hears the pause too.
     */
    private void follow(RecognizerStream stream, List<Noticed> noticed) {
        boolean pause = !gate.isVoice() && now() - gate.since() >= PAUSE;
        if (!pause) {
            asked = false;
            tellRest(stream, noticed);
        } else if (!asked) {
            asked = true;
            tellRest(stream, noticed);
            stream.prepareFinish();
        } else if (samples - told > (long) HELD_SECONDS * even.sampleRate()) {
            tellRest(stream, noticed);
        }
    }

    /** Ends the turn under way and returns what was said in it. */
    public synchronized List<Noticed> finish() {
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
    public synchronized void discard() {
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

    private void tellRest(RecognizerStream stream, List<Noticed> noticed) {
        double[] heard = recent.since(samples - told);
        AudioFrame frame = new AudioFrame(even, samples - heard.length, Samples.encode(heard));
        told = samples;
        Arrays.fill(heard, 0);
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
