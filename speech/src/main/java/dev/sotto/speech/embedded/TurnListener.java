package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.frontend.Hearing;
import dev.sotto.speech.frontend.PreparedTurn;
import dev.sotto.speech.frontend.Quiet;
import dev.sotto.speech.frontend.TurnFrontEnd;
import dev.sotto.speech.spectrum.MelBank;
import dev.sotto.speech.vosk.VoskDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a turn's audio, and decodes it when it is over. What it hears depends on the audio alone, wherever it is cut into
 * frames. Confined to one thread at a time.
 */
public final class TurnListener implements Listening {

    /** Longest turn. */
    public static final Duration LONGEST = Duration.ofSeconds(55);

    /** How much silence before the first word is kept. */
    private static final int KEPT_SECONDS = 1;

    private final Shelf shelf;
    private final List<EarPart> parts;
    private final AudioFormat format;
    private final Runnable step;
    private final Band band;
    private final TurnFrontEnd frontEnd;
    private final int most;
    private final int look;
    private double[] audio = new double[0];
    private int count;
    private long start = -1;
    private @Nullable RunningPass pass;
    private boolean spoken;
    private @Nullable Heard known;
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
        this.look = format.sampleRate() / 2;
        this.most = Math.toIntExact(format.samples(LONGEST));
    }

    @Override
    public void accept(AudioFrame frame) {
        checkOpen();
        if (!frame.format().equals(format)) {
            throw new IllegalArgumentException("a frame in another format than the stream's");
        }
        known = null;
        double[] samples = Samples.decode(format, frame.audio());
        try {
            int done = 0;
            while (done < samples.length) {
                long at = frame.start() + done;
                int more = (int) Math.min(samples.length - done, look - at % look);
                add(at, samples, done, more);
                done += more;
                if ((at + more) % look == 0) {
                    forgetSilence();
                }
            }
        } finally {
            Arrays.fill(samples, 0);
        }
    }

    private void add(long at, double[] samples, int from, int more) {
        if (more > most - count) {
            throw new RecognizerFailedException(
                    RecognizerFailedException.Reason.TURN_TOO_LONG,
                    "a turn of more than " + LONGEST.toSeconds() + " s");
        }
        if (start < 0) {
            start = at;
        }
        makeRoom(count + more);
        System.arraycopy(samples, from, audio, count, more);
        count += more;
    }

    /**
     * Silence before the first word is forgotten but for its last second, which tells what noise there is. Looked for at
     * places of the stream that do not depend on how it is cut, and in nothing but the audio that is kept: a stream that is
     * begun anew from there forgets the same.
     */
    private void forgetSilence() {
        if (!spoken && count >= 2 * KEPT_SECONDS * format.sampleRate()) {
            spoken = !Quiet.isQuiet(audio, count, format.sampleRate());
            if (!spoken) {
                int kept = KEPT_SECONDS * format.sampleRate();
                System.arraycopy(audio, count - kept, audio, 0, kept);
                Arrays.fill(audio, kept, count, 0);
                start += count - kept;
                count = kept;
                endPass();
            }
        }
    }

    @Override
    public void prepare() {
        EarPart first = parts.get(0);
        shelf.decoder(first, band, false).close();
        shelf.decoder(first, band, true).close();
    }

    @Override
    public Optional<Heard> partial() {
        RunningPass running = pass;
        if (running == null) {
            EarPart part = parts.get(0);
            running = new RunningPass(
                    shelf.runningFrontEnd(part.ear(), band),
                    () -> shelf.decoder(part, band, false),
                    format.sampleRate());
            pass = running;
        }
        return running.advance(audio, count, step)
                .filter(numbers -> !numbers.contains(parts.get(0).words()))
                .map(numbers -> new Heard.Words(0, numbers));
    }

    @Override
    public long needsFrom() {
        return start;
    }

    @Override
    public void prepareFinish(BooleanSupplier inVain) {
        checkOpen();
        try {
            known = decode(() -> {
                step.run();
                if (inVain.getAsBoolean()) {
                    throw new CancellationException("more was said");
                }
            });
        } catch (CancellationException e) {
            known = null;
        }
    }

    @Override
    public Heard finish() {
        checkOpen();
        Heard heard = known == null ? decode(step) : known;
        forget();
        return heard;
    }

    /** Decodes the whole turn so far, which is kept. */
    private Heard decode(Runnable during) {
        double[] turn = Arrays.copyOf(audio, count);
        double[] even = turn;
        if (format.sampleRate() != MelBank.RATE) {
            even = new Resampler(format.sampleRate(), MelBank.RATE).apply(turn);
            Arrays.fill(turn, 0);
        }
        Optional<PreparedTurn> prepared = frontEnd.prepare(even);
        return prepared.map(whole -> decode(whole, during)).orElseGet(Heard.Nothing::new);
    }

    @Override
    public void close() {
        forget();
        closed = true;
    }

    /** What the first part does not know, the next one may. */
    private Heard decode(PreparedTurn turn, Runnable during) {
        try {
            Heard heard = new Heard.Nothing();
            for (int i = 0; i < parts.size() && !(heard instanceof Heard.Words); i++) {
                heard = decode(turn, i, during);
            }
            return heard;
        } finally {
            turn.wipe();
        }
    }

    private Heard decode(PreparedTurn turn, int index, Runnable during) {
        EarPart part = parts.get(index);
        try (VoskDecoder decoder = shelf.decoder(part, band, turn.hearing() == Hearing.NOISY)) {
            decoder.accept(turn.samples(), during);
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
        spoken = false;
        known = null;
        endPass();
    }

    private void endPass() {
        RunningPass running = pass;
        pass = null;
        if (running != null) {
            running.close();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("a call to a closed stream");
        }
    }
}
