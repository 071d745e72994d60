package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.frontend.ExaminedTurn;
import dev.sotto.speech.frontend.Hearing;
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
 * Keeps a turn's audio. A clear turn of a microphone is decoded once, as it is spoken or later; any other when it is over,
 * for how it is to be heard is known only then. What it hears depends on the audio alone, wherever it is cut into frames.
 * Confined to one thread at a time.
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
        RunningPass running = pass();
        if (running.isBehind(kept.count())) {
            return Optional.empty();
        }
        running.listen(kept.samples(), kept.count(), step, () -> false);
        return running.news()
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
        examined().ifPresent(turn -> prepareFinish(turn, inVain));
    }

    private void prepareFinish(ExaminedTurn turn, BooleanSupplier inVain) {
        try {
            if (turn.hearing() == Hearing.AS_SPOKEN) {
                pass().listen(kept.samples(), kept.count(), step, inVain);
            } else {
                known = decode(turn, () -> {
                    step.run();
                    if (inVain.getAsBoolean()) {
                        throw new CancellationException("more was said");
                    }
                });
            }
        } catch (CancellationException e) {
            known = null;
        } finally {
            turn.wipe();
        }
    }

    @Override
    public Heard finish() {
        kept.checkOpen();
        Heard heard = known == null ? examined().map(this::decode).orElseGet(Heard.Nothing::new) : known;
        forget();
        return heard;
    }

    @Override
    public void close() {
        forget();
        kept.close();
    }

    private RunningPass pass() {
        RunningPass running = pass;
        if (running == null) {
            EarPart part = parts.get(0);
            running = new RunningPass(
                    shelf.runningFrontEnd(part.ear(), band),
                    () -> shelf.decoder(part, band, false),
                    format.sampleRate());
            pass = running;
        }
        return running;
    }

    /** Looks at the whole turn so far, which is kept. */
    private Optional<ExaminedTurn> examined() {
        double[] turn = kept.copy();
        if (format.sampleRate() == MelBank.RATE) {
            return frontEnd.examine(turn);
        }
        double[] even = new Resampler(format.sampleRate(), MelBank.RATE).apply(turn);
        Arrays.fill(turn, 0);
        return frontEnd.examine(even);
    }

    private Heard decode(ExaminedTurn turn) {
        try {
            return decode(turn, step);
        } finally {
            turn.wipe();
        }
    }

    /** What the first part does not know, the next one may. */
    private Heard decode(ExaminedTurn turn, Runnable during) {
        Heard heard = turn.hearing() == Hearing.AS_SPOKEN ? asSpoken(during) : new Heard.Nothing();
        for (int i = heard instanceof Heard.Nothing ? 0 : 1; i < parts.size() && !(heard instanceof Heard.Words); i++) {
            heard = decode(turn, i, during);
        }
        return heard;
    }

    /** Returns nothing for a turn so short that its beginning does not tell how it sounds. */
    private Heard asSpoken(Runnable during) {
        return heard(0, pass().finish(kept.samples(), kept.count(), during));
    }

    private Heard decode(ExaminedTurn turn, int index, Runnable during) {
        try (VoskDecoder decoder = shelf.decoder(parts.get(index), band, turn.hearing() == Hearing.NOISY)) {
            decoder.accept(turn.samples(), during);
            return heard(index, decoder.finish());
        }
    }

    private Heard heard(int index, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return new Heard.Nothing();
        }
        return numbers.contains(parts.get(index).words()) ? new Heard.Other() : new Heard.Words(index, numbers);
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
