package dev.sotto.speech.speaker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.script.Script;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Speaks whole messages. Safe for many threads. */
public final class Speaker {

    private final Synthesizer synthesizer;
    private final Executor threads;

    /**
     * @param threads make the phrases, at most two of a message at a time; may refuse when too much is waiting. The thread
     *     that calls {@link #speak} must not be one of them, unless each runs what it is given at once
     */
    public Speaker(Synthesizer synthesizer, Executor threads) {
        this.synthesizer = synthesizer;
        this.threads = threads;
    }

    /**
     * Speaks a message into a sink, in frames of {@link AudioFrame#SPOKEN} that follow each other from 0, and returns when
     * all of it was handed over or the sink wants no more. Hands frames over as soon as they are made, which is quicker than
     * they are heard; a sink that waits holds up nothing but this call.
     *
     * @param prompts audio that is used instead of making it anew
     * @throws IllegalArgumentException for a voice or format that the synthesiser does not have
     * @throws SynthesisFailedException if it could not be spoken to its end
     */
    public void speak(Script script, RenderedPrompts prompts, Voice voice, AudioFormat format, FrameSink sink) {
        if (!synthesizer.voices().contains(voice)
                || !synthesizer.capabilities().formats().contains(format)) {
            throw new IllegalArgumentException("no such voice, or none in " + format);
        }
        try (Delivered delivered =
                new Delivered(script.steps(), format, sink, phrase -> begin(phrase, prompts, voice, format))) {
            delivered.all();
        }
    }

    private PhraseAhead begin(Phrase phrase, RenderedPrompts prompts, Voice voice, AudioFormat format) {
        Optional<byte[]> rendered = prompts.find(synthesizer, phrase, voice, format);
        if (rendered.isPresent()) {
            PhraseAhead ahead = new PhraseAhead(to -> Frames.send(rendered.get(), format, to));
            ahead.run();
            return ahead;
        }
        PhraseAhead ahead = new PhraseAhead(to -> synthesizer.speak(phrase, voice, format, to));
        try {
            threads.execute(ahead);
        } catch (RejectedExecutionException e) {
            throw new SynthesisFailedException(Reason.BUSY, "too many phrases are waiting to be spoken");
        }
        return ahead;
    }
}
