package dev.sotto.speech.official;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.audio.ResamplerStream;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.Heard;
import dev.sotto.speech.embedded.KeptAudio;
import dev.sotto.speech.embedded.Listening;
import dev.sotto.speech.embedded.Shelf;
import dev.sotto.speech.embedded.TurnListener;
import dev.sotto.speech.vosk.VoskDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Listens with a model of an operator's: decodes as it is spoken, in blocks of 0.2 s counted from the beginning of a turn,
 * with a decoder for each turn. What it hears depends on the turn's audio alone, as far as the model adds no noise of its
 * own. Silence before the first word is not decoded. Confined to one thread at a time.
 */
public final class OfficialListener implements Listening {

    private static final int LOOKS_A_SECOND = 4;
    private static final int BLOCKS_A_SECOND = 5;

    private final Shelf shelf;
    private final EarPart part;
    private final AudioFormat format;
    private final Runnable step;
    private final Consumer<Runnable> loading;
    private final NumberedModel model;
    private final List<String> phrases;
    private final KeptAudio kept;
    private @Nullable ResamplerStream resampler;
    private @Nullable VoskDecoder decoder;
    private final double[] block;
    private int filled;
    private List<Integer> told = List.of();

    /**
     * @param parts of which the first is listened with
     * @param step run now and then while it decodes
     * @param loading runs what loads the model, which may take a minute
     */
    public OfficialListener(
            Shelf shelf, List<EarPart> parts, AudioFormat format, Runnable step, Consumer<Runnable> loading) {
        this(shelf, parts, format, step, loading, TurnListener.LONGEST);
    }

    OfficialListener(
            Shelf shelf,
            List<EarPart> parts,
            AudioFormat format,
            Runnable step,
            Consumer<Runnable> loading,
            Duration longest) {
        this.shelf = shelf;
        this.part = parts.get(0);
        this.format = format;
        this.step = step;
        this.loading = loading;
        this.model = NumberedModel.read(part.ear());
        this.phrases = OfficialParts.phrases(part);
        this.kept = new KeptAudio(format, longest, LOOKS_A_SECOND);
        this.block = new double[model.rate() / BLOCKS_A_SECOND];
    }

    @Override
    public void prepare() {
        loading.accept(() -> open().close());
    }

    @Override
    public void accept(AudioFrame frame) {
        kept.accept(frame, this::lookForSpeech);
        if (decoder != null) {
            decode(kept.take());
        }
    }

    private void lookForSpeech() {
        if (decoder != null) {
            return;
        }
        if (!kept.isQuiet()) {
            begin();
        } else if (kept.isLong()) {
            kept.forgetSilence();
        }
    }

    private void begin() {
        decoder = open();
        if (format.sampleRate() != model.rate()) {
            resampler = new Resampler(format.sampleRate(), model.rate()).stream();
        }
        decode(kept.take());
    }

    /** Wipes what it is given. */
    private void decode(double[] samples) {
        ResamplerStream change = resampler;
        if (change == null) {
            fill(samples);
        } else {
            double[] changed = change.accept(samples);
            fill(changed);
            Arrays.fill(changed, 0);
        }
        Arrays.fill(samples, 0);
    }

    private void fill(double[] samples) {
        for (double sample : samples) {
            block[filled++] = sample;
            if (filled == block.length) {
                hear();
            }
        }
    }

    private void hear() {
        VoskDecoder open = decoder;
        short[] samples = Samples.nearest(block, 0, filled);
        Arrays.fill(block, 0);
        filled = 0;
        if (open != null) {
            open.accept(samples, step);
        }
        Arrays.fill(samples, (short) 0);
    }

    @Override
    public Optional<Heard> partial() {
        VoskDecoder open = decoder;
        List<Integer> words = open == null ? List.of() : known(open.partial());
        if (words.isEmpty() || words.equals(told)) {
            return Optional.empty();
        }
        told = words;
        return Optional.of(new Heard.Words(0, words));
    }

    @Override
    public long needsFrom() {
        return kept.start();
    }

    /** Nothing to do: all but the last 0.2 s is decoded when it is heard. */
    @Override
    public void prepareFinish(BooleanSupplier inVain) {
        kept.checkOpen();
    }

    @Override
    public Heard finish() {
        kept.checkOpen();
        if (decoder == null && !kept.isEmpty()) {
            begin();
        }
        try {
            VoskDecoder open = decoder;
            return open == null ? new Heard.Nothing() : last(open);
        } finally {
            forget();
        }
    }

    private Heard last(VoskDecoder open) {
        ResamplerStream change = resampler;
        if (change != null) {
            double[] rest = change.finish();
            fill(rest);
            Arrays.fill(rest, 0);
        }
        hear();
        List<Integer> words = open.finish();
        if (words.isEmpty()) {
            return new Heard.Nothing();
        }
        List<Integer> known = known(words);
        return known.isEmpty() ? new Heard.Other() : new Heard.Words(0, known);
    }

    private List<Integer> known(List<Integer> words) {
        return words.stream().filter(word -> !model.unknown().contains(word)).toList();
    }

    @Override
    public void close() {
        forget();
        kept.close();
    }

    private VoskDecoder open() {
        return shelf.decoder(
                model,
                loaded -> phrases.isEmpty() ? loaded.decoder(model.rate()) : loaded.decoder(model.rate(), phrases));
    }

    private void forget() {
        kept.forget();
        Arrays.fill(block, 0);
        filled = 0;
        told = List.of();
        if (resampler != null) {
            resampler.wipe();
            resampler = null;
        }
        VoskDecoder open = decoder;
        decoder = null;
        if (open != null) {
            open.close();
        }
    }
}
