package dev.sotto.testing;

import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.Telling;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Hears what a test says is heard: words as long as a turn lasts, and at its end. Safe for many threads. */
public final class ScriptedEar implements Recognizer {

    public final ConcurrentLinkedQueue<List<SpeechEvent>> finals = new ConcurrentLinkedQueue<>();
    public final AtomicInteger open = new AtomicInteger();
    public final AtomicInteger opened = new AtomicInteger();
    public final ConcurrentLinkedQueue<Hints> expected = new ConcurrentLinkedQueue<>();
    public final AtomicInteger prepared = new AtomicInteger();
    public final AtomicLong samples = new AtomicLong();
    private volatile String partial = "";
    private volatile boolean fails;
    private volatile boolean refuses;

    /** What is heard from now on while somebody speaks. */
    public void whileSpeaking(String words) {
        partial = words;
    }

    /** What is heard at the end of the next turn. */
    public void then(String words) {
        finals.add(List.of(new SpeechEvent.Final(
                words.isEmpty() ? List.of() : List.of(new SpeechEvent.Guess(new Utterance(words), 0.9)), 0)));
    }

    public void thenNothingOfTheBots() {
        finals.add(List.of(new SpeechEvent.Rejected(0)));
    }

    /** No turn can be heard any more. */
    public void refuse() {
        refuses = true;
    }

    public void breakDown() {
        fails = true;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Set.of(Locale.UK),
                Set.of(AudioFormat.linear(8_000), AudioFormat.linear(16_000)),
                Set.of(Capabilities.Feature.PARTIALS));
    }

    @Override
    public void prepare(Locale locale, AudioFormat format, Hints hints) {
        expected.add(hints);
    }

    @Override
    public RecognizerStream open(Locale locale, AudioFormat format, Hints hints) {
        if (refuses) {
            throw new RecognizerFailedException(RecognizerFailedException.Reason.LOST, "refused on purpose");
        }
        open.incrementAndGet();
        opened.incrementAndGet();
        samples.set(0);
        return new RecognizerStream() {

            private boolean closed;

            @Override
            public List<SpeechEvent> accept(AudioFrame frame) {
                if (fails) {
                    throw new IllegalStateException("broken on purpose");
                }
                samples.addAndGet(frame.samples());
                return partial.isEmpty() || hints.telling() == Telling.WHEN_OVER
                        ? List.of()
                        : List.of(new SpeechEvent.Partial(new Utterance(partial), frame.end()));
            }

            @Override
            public void prepareFinish() {
                prepared.incrementAndGet();
            }

            @Override
            public List<SpeechEvent> finish() {
                List<SpeechEvent> events = finals.poll();
                return events == null ? List.of(new SpeechEvent.Final(List.of(), 0)) : events;
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    open.decrementAndGet();
                }
            }
        };
    }
}
