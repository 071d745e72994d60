package dev.sotto.speech.embedded;

import dev.sotto.speech.Recognizer;
import dev.sotto.speech.testing.RecognizerContract;
import dev.sotto.speech.testing.TestEars;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EarTest extends RecognizerContract {

    private static Ear ear;

    @BeforeAll
    static void load() {
        ear = new Ear(TestEars.tea());
    }

    @AfterAll
    static void close() {
        ear.close();
    }

    @Override
    protected Recognizer recognizer() {
        return ear;
    }
}
