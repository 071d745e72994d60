package dev.sotto.speech.speaker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.script.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One message on its way to its sink. Mutable; confined to the thread that speaks it. */
final class Delivered implements AutoCloseable {

    private final List<Step> steps;
    private final AudioFormat format;
    private final FrameSink sink;
    private final Function<Phrase, PhraseAhead> begin;
    private long position;
    private boolean wanted = true;
    private int begun;
    private Optional<PhraseAhead> current = Optional.empty();
    private Optional<PhraseAhead> next = Optional.empty();

    /** @param begin lets a phrase be made by another thread */
    Delivered(List<Step> steps, AudioFormat format, FrameSink sink, Function<Phrase, PhraseAhead> begin) {
        this.steps = steps;
        this.format = format;
        this.sink = sink;
        this.begin = begin;
    }

    /** Hands everything over, until the sink has enough. */
    void all() {
        for (int i = 0; i < steps.size() && wanted; i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Speak) {
                if (next.isEmpty()) {
                    begun = i;
                    next = beginNext();
                }
                phrase();
            } else if (step instanceof Step.Silence silence) {
                silence(silence);
            } else if (step instanceof Step.Mark mark) {
                sink.mark(mark.name());
            }
        }
    }

    /** Stops what is still being made. */
    @Override
    public void close() {
        current.ifPresent(PhraseAhead::drop);
        next.ifPresent(PhraseAhead::drop);
    }

    private void phrase() {
        current = next;
        next = Optional.empty();
        PhraseAhead phrase = current.orElseThrow();
        boolean looked = false;
        while (wanted) {
            if (!looked && phrase.isMade()) {
                looked = true;
                next = beginNext();
            }
            Optional<AudioFrame> frame = phrase.take();
            if (frame.isEmpty()) {
                return;
            }
            byte[] audio = frame.get().audio();
            hand(audio);
        }
    }

    private Optional<PhraseAhead> beginNext() {
        while (begun < steps.size()) {
            if (steps.get(begun++) instanceof Step.Speak speak) {
                return Optional.of(begin.apply(speak.phrase()));
            }
        }
        return Optional.empty();
    }

    private void silence(Step.Silence silence) {
        long frames = silence.length().dividedBy(AudioFrame.SPOKEN);
        for (long i = 0; i < frames && wanted; i++) {
            hand(new byte[format.bytes(AudioFrame.SPOKEN)]);
        }
    }

    private void hand(byte[] audio) {
        AudioFrame frame = new AudioFrame(format, position, audio);
        position = frame.end();
        wanted = sink.accept(frame) == FrameSink.Next.MORE;
    }
}
