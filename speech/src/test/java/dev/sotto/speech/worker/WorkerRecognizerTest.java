package dev.sotto.speech.worker;

import dev.sotto.speech.Recognizer;
import dev.sotto.speech.testing.RecognizerContract;
import dev.sotto.speech.testing.TestEars;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class WorkerRecognizerTest extends RecognizerContract {

    private static RecognizerWorkers workers;

    @BeforeAll
    static void start() {
        workers = RecognizerWorkers.start(WorkerSettings.usual());
    }

    @AfterAll
    static void end() {
        workers.close();
    }

    @Override
    protected Recognizer recognizer() {
        return workers.recognizer(TestEars.tea());
    }

    /** Its partials come when they come. */
    @Override
    protected void pace() throws InterruptedException {
        new CountDownLatch(1).await(60, TimeUnit.MILLISECONDS);
    }
}
