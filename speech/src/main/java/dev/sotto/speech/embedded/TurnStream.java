package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.Telling;
import java.util.List;

/** A stream of an ear in this process. Confined to one thread at a time. */
final class TurnStream implements RecognizerStream {

    private final TurnListener listener;
    private final HeardEvents events;
    private final Telling telling;
    private long upTo;

    TurnStream(TurnListener listener, HeardEvents events, Telling telling) {
        this.listener = listener;
        this.events = events;
        this.telling = telling;
    }

    @Override
    public List<SpeechEvent> accept(AudioFrame frame) {
        listener.accept(frame);
        upTo = frame.end();
        if (telling == Telling.WHEN_OVER) {
            return List.of();
        }
        return listener.partial()
                .flatMap(heard -> events.partial(heard, upTo))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public List<SpeechEvent> finish() {
        return List.of(events.last(listener.finish(), upTo));
    }

    @Override
    public void close() {
        listener.close();
    }
}
