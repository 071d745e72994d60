package dev.sotto.speech.embedded;

import dev.sotto.speech.audio.HeldSamples;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.audio.ResamplerStream;
import dev.sotto.speech.frontend.RunningFrontEnd;
import dev.sotto.speech.spectrum.MelBank;
import dev.sotto.speech.vosk.VoskDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a turn while it is spoken, for words to be shown; what they were in the end is decoded again as a whole. Once it
 * lags too far behind it gives up, for the turn. Confined to one thread at a time.
 */
final class RunningPass implements AutoCloseable {

    /** What is decoded at a time: 0.2 s, and so often there are new words at most. */
    private static final int BLOCK = MelBank.RATE / 5;

    private static final int MOST_SECONDS_BEHIND = 2;

    private final RunningFrontEnd frontEnd;
    private final Supplier<VoskDecoder> decoders;
    private final int sampleRate;
    private final @Nullable ResamplerStream resampler;
    private final HeldSamples waiting = new HeldSamples(BLOCK);
    private @Nullable VoskDecoder decoder;
    private int done;
    private boolean gaveUp;
    private List<Integer> told = List.of();

    RunningPass(RunningFrontEnd frontEnd, Supplier<VoskDecoder> decoders, int sampleRate) {
        this.frontEnd = frontEnd;
        this.decoders = decoders;
        this.sampleRate = sampleRate;
        this.resampler = sampleRate == MelBank.RATE ? null : new Resampler(sampleRate, MelBank.RATE).stream();
    }

    /** Returns the words so far, if they have changed, after listening to a turn from where it was left. */
    Optional<List<Integer>> advance(double[] turn, int count, Runnable step) {
        if (gaveUp || count - done > MOST_SECONDS_BEHIND * sampleRate) {
            gaveUp = true;
            close();
            return Optional.empty();
        }
        take(Arrays.copyOfRange(turn, done, count));
        done = count;
        boolean decoded = false;
        while (waiting.count() >= BLOCK) {
            double[] block = waiting.copy(0, BLOCK);
            waiting.drop(BLOCK);
            decoded |= decode(block, step);
        }
        return decoded ? news() : Optional.empty();
    }

    @Override
    public void close() {
        frontEnd.wipe();
        waiting.wipe();
        if (resampler != null) {
            resampler.wipe();
        }
        VoskDecoder open = decoder;
        decoder = null;
        if (open != null) {
            open.close();
        }
    }

    private void take(double[] more) {
        double[] even = more;
        if (resampler != null) {
            even = resampler.accept(more);
            Arrays.fill(more, 0);
        }
        waiting.append(even);
        Arrays.fill(even, 0);
    }

    private boolean decode(double[] block, Runnable step) {
        short[] samples = frontEnd.accept(block);
        Arrays.fill(block, 0);
        if (samples.length == 0) {
            return false;
        }
        VoskDecoder open = decoder;
        if (open == null) {
            open = decoders.get();
            decoder = open;
        }
        open.accept(samples, step);
        Arrays.fill(samples, (short) 0);
        return true;
    }

    private Optional<List<Integer>> news() {
        VoskDecoder open = decoder;
        List<Integer> words = open == null ? List.of() : open.partial();
        if (words.isEmpty() || words.equals(told)) {
            return Optional.empty();
        }
        told = words;
        return Optional.of(words);
    }
}
