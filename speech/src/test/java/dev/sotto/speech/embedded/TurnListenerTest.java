package dev.sotto.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.testing.TestEars;
import dev.sotto.speech.testing.Voices;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnListenerTest {

    private final Shelf shelf = new Shelf();
    private final AtomicInteger steps = new AtomicInteger();
    private final TurnListener listener =
            new TurnListener(shelf, TestEars.tea().parts(Hints.NONE), Voices.FORMAT, steps::incrementAndGet);

    @AfterEach
    void close() {
        listener.close();
        shelf.close();
    }

    @Test
    void decodesNothingAtTheEndOfWhatItDecodedAhead() {
        hear("when does the shop open", 0);
        listener.prepareFinish(() -> false);
        int ahead = steps.getAndSet(0);

        Heard heard = listener.finish();

        assertThat(heard).isInstanceOf(Heard.Words.class);
        assertThat(ahead).isPositive();
        assertThat(steps.get()).isZero();
    }

    @Test
    void givesUpWorkingAheadWhenMoreIsSaid() {
        hear("when does the shop open", 0);

        listener.prepareFinish(() -> true);
        int ahead = steps.getAndSet(0);
        Heard heard = listener.finish();

        assertThat(heard).isInstanceOf(Heard.Words.class);
        assertThat(ahead).isOne();
        assertThat(steps.get()).isPositive();
    }

    @Test
    void takesNothingOfOneTurnForTheNext() {
        hear("when does the shop open", 0);
        listener.prepareFinish(() -> false);
        Heard first = listener.finish();

        assertThat(first).isInstanceOf(Heard.Words.class);
        assertThat(listener.finish()).isInstanceOf(Heard.Nothing.class);
    }

    private void hear(String words, long start) {
        listener.accept(new AudioFrame(Voices.FORMAT, start, Voices.say(words)));
    }
}
