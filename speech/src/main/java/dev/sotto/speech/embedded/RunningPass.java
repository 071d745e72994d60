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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a turn while it is spoken, for words to be shown and, where the audio is clear, to be answered. What it hears
 * depends on the audio alone, whenever it is told to listen. Confined to one thread at a time.
 */
final class RunningPass implements AutoCloseable {

    /** What is decoded at a time: 0.2 s, and so often there are new words at most. */
    private static final int BLOCK = MelBank.RATE / 5;

    private static final int MOST_SECONDS_BEHIND = 2;

    private final RunningFrontEnd frontEnd;
    private final Supplier<VoskDecoder> decoders;
    private final int sampleRate;
    private final @Nullable ResamplerStream resampler;
    private final HeldSamples waiting = new HeldSamples(2 * BLOCK);
    private @Nullable VoskDecoder decoder;
    private int taken;
    private boolean advanced;
    private List<Integer> told = List.of();

    RunningPass(RunningFrontEnd frontEnd, Supplier<VoskDecoder> decoders, int sampleRate) {
        this.frontEnd = frontEnd;
        this.decoders = decoders;
        this.sampleRate = sampleRate;
        this.resampler = sampleRate == MelBank.RATE ? null : new Resampler(sampleRate, MelBank.RATE).stream();
    }

    /** Returns whether there is so much left to listen to that words would be shown too late. */
    boolean isBehind(int count) {
        return count - taken > MOST_SECONDS_BEHIND * sampleRate;
    }

    /**
     * Listens to a turn from where it was left.
     *
     * @param step run now and then
     * @param inVain asked now and then; listens no further if so
     */
    void listen(double[] turn, int count, Runnable step, BooleanSupplier inVain) {
        while (taken < count && !inVain.getAsBoolean()) {
            int to = Math.min(count, taken + sampleRate * BLOCK / MelBank.RATE);
            take(Arrays.copyOfRange(turn, taken, to));
            taken = to;
            while (waiting.count() >= BLOCK) {
                decode(BLOCK, step);
            }
        }
    }

    /** Returns the words so far, if more was listened to and they have changed. */
    Optional<List<Integer>> news() {
        VoskDecoder open = decoder;
        List<Integer> words = open == null || !advanced ? List.of() : open.partial();
        advanced = false;
        if (words.isEmpty() || words.equals(told)) {
            return Optional.empty();
        }
        told = words;
        return Optional.of(words);
    }

    /** Returns the words of a turn that is over, after listening to the rest of it; nothing but close may follow. */
    List<Integer> finish(double[] turn, int count, Runnable step) {
        listen(turn, count, step, () -> false);
        decode(waiting.count(), step);
        decode(frontEnd.finish(), step);
        VoskDecoder open = decoder;
        return open == null ? List.of() : open.finish();
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

    private void decode(int count, Runnable step) {
        double[] block = waiting.copy(0, count);
        waiting.drop(count);
        short[] samples = frontEnd.accept(block);
        Arrays.fill(block, 0);
        decode(samples, step);
    }

    private void decode(short[] samples, Runnable step) {
        if (samples.length == 0) {
            return;
        }
        VoskDecoder open = decoder;
        if (open == null) {
            open = decoders.get();
            decoder = open;
        }
        open.accept(samples, step);
        advanced = true;
        Arrays.fill(samples, (short) 0);
    }
}
