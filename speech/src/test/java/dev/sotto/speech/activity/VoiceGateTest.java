package dev.sotto.speech.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.activity.VoiceGate.Change;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceGateTest {

    private final VoiceGate gate = new VoiceGate();
    private long at;

    @Test
    void startsAVoiceAtTheFirstOfTwoFrames() {
        assertThat(frames(0.1, 0.1, 0.9, 0.9)).containsExactly(Change.NONE, Change.NONE, Change.NONE, Change.STARTED);
        assertThat(gate.since()).isEqualTo(64);
    }

    @Test
    void bearsAWeakFrameInTheBeginning() {
        assertThat(frames(0.9, 0.1, 0.9)).endsWith(Change.STARTED);
        assertThat(gate.since()).isZero();
    }

    @Test
    void takesASingleFrameForNoVoice() {
        assertThat(frames(0.9, 0.1, 0.1, 0.1, 0.9, 0.1, 0.1)).containsOnly(Change.NONE);
    }

    @Test
    void stopsAVoiceAfterThreeFramesWithoutOne() {
        frames(0.9, 0.9, 0.9);

        assertThat(frames(0.1, 0.1, 0.1)).containsExactly(Change.NONE, Change.NONE, Change.STOPPED);
        assertThat(gate.since()).isEqualTo(96);
    }

    @Test
    void keepsAVoiceThroughDoubt() {
        frames(0.9, 0.9);

        assertThat(frames(0.1, 0.4, 0.1, 0.4, 0.1)).containsOnly(Change.NONE);
        assertThat(gate.isVoice()).isTrue();
    }

    @Test
    void startsAgainAfterAStop() {
        frames(0.9, 0.9, 0, 0, 0);

        assertThat(frames(0.9, 0.9)).containsExactly(Change.NONE, Change.STARTED);
        assertThat(gate.since()).isEqualTo(160);
    }

    private List<Change> frames(double... probabilities) {
        List<Change> changes = new ArrayList<>();
        for (double probability : probabilities) {
            changes.add(gate.accept(probability, at));
            at += DetectorStream.FRAME;
        }
        return changes;
    }
}
