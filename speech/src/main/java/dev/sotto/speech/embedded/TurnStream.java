package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import java.util.List;

/** A stream of an ear in this process. Confined to one thread at a time. */
final class TurnStream implements RecognizerStream {

    private final TurnListener listener;
    private final HeardEvents events;
    private long upTo;

    TurnStream(TurnListener listener, HeardEvents events) {
        this.listener = listener;
        this.events = events;
    }

    @Override
    public List<SpeechEvent> accept(AudioFrame frame) {
        listener.accept(frame);
        upTo = frame.end();
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
