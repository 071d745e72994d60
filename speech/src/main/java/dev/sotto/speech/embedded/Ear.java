package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerStream;
import java.util.List;
import java.util.Locale;

/**
 * Hears what can be said to one bot, with native code in this process: for tests and for measuring. Safe for many threads.
 * Streams that are open when it is closed end with an error at their next turn.
 */
public final class Ear implements Recognizer, AutoCloseable {

    private final CompiledEar ear;
    private final Shelf shelf = new Shelf();

    public Ear(CompiledEar ear) {
        this.ear = ear;
    }

    @Override
    public Capabilities capabilities() {
        return ear.capabilities();
    }

    @Override
    public RecognizerStream open(Locale locale, AudioFormat format, Hints hints) {
        capabilities().demand(locale, format);
        List<EarPart> parts = ear.parts(hints);
        return new TurnStream(
                new TurnListener(shelf, parts, format, () -> {}), new HeardEvents(ear, parts), hints.telling());
    }

    /** Frees the models once no stream decodes with them. */
    @Override
    public void close() {
        shelf.close();
    }
}
