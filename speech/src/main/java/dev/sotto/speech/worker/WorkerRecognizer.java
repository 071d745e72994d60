package dev.sotto.speech.worker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.embedded.EarPlan;
import java.util.Locale;

/** Hears with one ear, in a worker. Safe for many threads. */
final class WorkerRecognizer implements Recognizer {

    private final RecognizerWorkers workers;
    private final EarPlan ear;

    WorkerRecognizer(RecognizerWorkers workers, EarPlan ear) {
        this.workers = workers;
        this.ear = ear;
    }

    @Override
    public Capabilities capabilities() {
        return ear.capabilities();
    }

    @Override
    public void prepare(Locale locale, AudioFormat format, Hints hints) {
        capabilities().demand(locale, format);
        workers.warm(new Message.Warm(format, ear.parts(hints)));
    }

    @Override
    public RecognizerStream open(Locale locale, AudioFormat format, Hints hints) {
        capabilities().demand(locale, format);
        return WorkerStream.open(workers, ear, hints, format);
    }
}
