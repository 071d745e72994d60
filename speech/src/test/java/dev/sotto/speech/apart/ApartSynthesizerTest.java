package dev.sotto.speech.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.testing.SynthesizerContract;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApartSynthesizerTest extends SynthesizerContract {

    private static final Phrase HELLO = new Phrase(new Saying("Hello there."), 1, Duration.ZERO);

    private static ApartSynthesizer synthesizer;

    @BeforeAll
    static void start() {
        synthesizer = ApartSynthesizer.start(2, List.of("kal16"));
    }

    @AfterAll
    static void stop() {
        synthesizer.close();
    }

    @Override
    protected Synthesizer synthesizer() {
        return synthesizer;
    }

    @Override
    protected Voice voice() {
        return new Voice("kal16", Locale.US);
    }

    @Test
    void speaksOnAfterItsProcessWasKilled() {
        try (ApartSynthesizer fragile = ApartSynthesizer.start(1, List.of("kal16"))) {
            assertThatThrownBy(() -> fragile.speak(HELLO, voice(), WIDE, frame -> {
                        children().forEach(ProcessHandle::destroyForcibly);
                        children().forEach(child -> child.onExit().join());
                        return FrameSink.Next.MORE;
                    }))
                    .isInstanceOf(SynthesisFailedException.class);
        }
        int[] frames = new int[1];

        synthesizer.speak(HELLO, voice(), WIDE, frame -> {
            frames[0]++;
            return FrameSink.Next.MORE;
        });

        assertThat(frames[0]).isPositive();
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }
}
