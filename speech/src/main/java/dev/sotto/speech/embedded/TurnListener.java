package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.audio.Resampler;
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

    private static final int LOOKS_A_SECOND = 2;

    private final Shelf shelf;
    private final List<EarPart> parts;
    private final AudioFormat format;
    private final Runnable step;
    private final Band band;
    private final TurnFrontEnd frontEnd;
    private final KeptAudio kept;
    private @Nullable RunningPass pass;
    private boolean spoken;
    private @Nullable Heard known;

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
        this.kept = new KeptAudio(format, LONGEST, LOOKS_A_SECOND);
    }

    @Override
    public void accept(AudioFrame frame) {
        known = null;
        kept.accept(frame, this::forgetSilence);
    }

    private void forgetSilence() {
        if (!spoken && kept.isLong()) {
            spoken = !kept.isQuiet();
            if (!spoken) {
                kept.forgetSilence();
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
        return running.advance(kept.samples(), kept.count(), step)
                .filter(numbers -> !numbers.contains(parts.get(0).words()))
                .map(numbers -> new Heard.Words(0, numbers));
    }

    @Override
    public long needsFrom() {
        return kept.start();
    }

    @Override
    public void prepareFinish(BooleanSupplier inVain) {
        kept.checkOpen();
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
        kept.checkOpen();
        Heard heard = known == null ? decode(step) : known;
        forget();
        return heard;
    }

    /** Decodes the whole turn so far, which is kept. */
    private Heard decode(Runnable during) {
        double[] turn = kept.copy();
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
        kept.close();
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

    private void forget() {
        kept.forget();
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
}
