package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.frontend.Hearing;
import dev.sotto.speech.frontend.PreparedTurn;
import dev.sotto.speech.frontend.TurnFrontEnd;
import dev.sotto.speech.spectrum.MelBank;
import dev.sotto.speech.vosk.VoskDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a turn's audio, and decodes it when it is over. What it hears depends on the audio alone, wherever it is cut into
 * frames. Confined to one thread at a time.
 */
public final class TurnListener implements Listening {

    /** Longest turn. */
    public static final Duration LONGEST = Duration.ofSeconds(55);

    private final Shelf shelf;
    private final List<EarPart> parts;
    private final AudioFormat format;
    private final Runnable step;
    private final Band band;
    private final TurnFrontEnd frontEnd;
    private final int most;
    private double[] audio = new double[0];
    private int count;
    private long start = -1;
    private boolean closed;

    /**
     * @param parts of one ear or several, the one that is tried first in front; at least one
     * @param step run now and then while it decodes
     * @throws DamagedEarException if an ear is not there
     * @throws IllegalArgumentException if one does not hear such audio
     */
    public TurnListener(Shelf shelf, List<EarPart> parts, AudioFormat format, Runnable step) {
        this.shelf = shelf;
        this.parts = List.copyOf(parts);
        this.format = format;
        this.step = step;
        this.band = Band.of(format.sampleRate());
        for (EarPart part : parts) {
            if (!shelf.hears(part.ear(), band)) {
                throw new IllegalArgumentException("audio that the ear has no model for");
            }
        }
        this.frontEnd = shelf.frontEnd(parts.get(parts.size() - 1).ear(), band);
        this.most = Math.toIntExact(format.samples(LONGEST));
    }

    @Override
    public void accept(AudioFrame frame) {
        checkOpen();
        if (!frame.format().equals(format)) {
            throw new IllegalArgumentException("a frame in another format than the stream's");
        }
        int samples = frame.samples();
        if (samples > most - count) {
            throw new RecognizerFailedException(
                    RecognizerFailedException.Reason.TURN_TOO_LONG,
                    "a turn of more than " + LONGEST.toSeconds() + " s");
        }
        if (start < 0) {
            start = frame.start();
        }
        makeRoom(count + samples);
        Samples.decode(format.encoding(), frame.audio(), audio, count);
        count += samples;
    }

    @Override
    public void prepare() {
        EarPart first = parts.get(0);
        shelf.decoder(first, band, false).close();
        shelf.decoder(first, band, true).close();
    }

    @Override
    public Optional<Heard> partial() {
        return Optional.empty();
    }

    @Override
    public long needsFrom() {
        return start;
    }

    @Override
    public Heard finish() {
        checkOpen();
        double[] turn = Arrays.copyOf(audio, count);
        forget();
        double[] even = turn;
        if (format.sampleRate() != MelBank.RATE) {
            even = new Resampler(format.sampleRate(), MelBank.RATE).apply(turn);
            Arrays.fill(turn, 0);
        }
        Optional<PreparedTurn> prepared = frontEnd.prepare(even);
        return prepared.map(this::decode).orElseGet(Heard.Nothing::new);
    }

    @Override
    public void close() {
        forget();
        closed = true;
    }

    /** What the first part does not know, the next one may. */
    private Heard decode(PreparedTurn turn) {
        try {
            Heard heard = new Heard.Nothing();
            for (int i = 0; i < parts.size() && !(heard instanceof Heard.Words); i++) {
                heard = decode(turn, i);
            }
            return heard;
        } finally {
            turn.wipe();
        }
    }

    private Heard decode(PreparedTurn turn, int index) {
        EarPart part = parts.get(index);
        try (VoskDecoder decoder = shelf.decoder(part, band, turn.hearing() == Hearing.NOISY)) {
            decoder.accept(turn.samples(), step);
            List<Integer> numbers = decoder.finish();
            if (numbers.isEmpty()) {
                return new Heard.Nothing();
            }
            return numbers.contains(part.words()) ? new Heard.Other() : new Heard.Words(index, numbers);
        }
    }

    private void makeRoom(int samples) {
        if (samples > audio.length) {
            double[] larger = Arrays.copyOf(audio, Math.min(most, Math.max(2 * samples, format.sampleRate())));
            Arrays.fill(audio, 0);
            audio = larger;
        }
    }

    private void forget() {
        Arrays.fill(audio, 0);
        count = 0;
        start = -1;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("a call to a closed stream");
        }
    }
}
