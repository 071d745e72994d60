package dev.sotto.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.testing.TestEars;
import dev.sotto.speech.testing.Voices;
import java.time.Duration;
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
    void decodesLittleAtTheEndOfWhatItDecodedAhead() {
        hear("when does the shop open");
        listener.prepareFinish(() -> false);
        int ahead = steps.getAndSet(0);

        Heard heard = listener.finish();

        assertThat(heard).isInstanceOf(Heard.Words.class);
        assertThat(ahead).isGreaterThan(5);
        assertThat(steps.get()).isLessThan(3);
    }

    @Test
    void givesUpWorkingAheadWhenMoreIsSaid() {
        hear("when does the shop open");

        listener.prepareFinish(() -> true);
        int ahead = steps.getAndSet(0);
        Heard heard = listener.finish();

        assertThat(heard).isInstanceOf(Heard.Words.class);
        assertThat(ahead).isLessThan(2);
        assertThat(steps.get()).isGreaterThan(5);
    }

    @Test
    void decodesAClearTurnOnceThoughItsWordsAreShown() {
        hear("when does the shop open");
        listener.finish();
        int once = steps.getAndSet(0);

        hearAsShown("when does the shop open");
        Heard heard = listener.finish();

        assertThat(heard).isInstanceOf(Heard.Words.class);
        assertThat(steps.get()).isEqualTo(once);
    }

    @Test
    void hearsTheSameWhetherItsWordsAreShownOrNot() {
        hear("when does the shop open");
        Heard whole = listener.finish();

        hearAsShown("when does the shop open");

        assertThat(listener.finish()).isEqualTo(whole);
    }

    @Test
    void takesNothingOfOneTurnForTheNext() {
        hear("when does the shop open");
        listener.prepareFinish(() -> false);
        Heard first = listener.finish();

        assertThat(first).isInstanceOf(Heard.Words.class);
        assertThat(listener.finish()).isInstanceOf(Heard.Nothing.class);
    }

    /** In frames, asking for the words so far after each. */
    private void hearAsShown(String words) {
        for (AudioFrame frame : Voices.frames(said(words), 0)) {
            listener.accept(frame);
            listener.partial();
        }
    }

    private void hear(String words) {
        listener.accept(new AudioFrame(Voices.FORMAT, 0, said(words)));
    }

    /** As into a good microphone: nothing is heard before and after. */
    private static byte[] said(String words) {
        byte[] audio = Voices.say(words);
        int silence = Voices.FORMAT.bytes(Duration.ofSeconds(1));
        byte[] amidSilence = new byte[silence + audio.length + silence];
        System.arraycopy(audio, 0, amidSilence, silence, audio.length);
        return amidSilence;
    }
}
