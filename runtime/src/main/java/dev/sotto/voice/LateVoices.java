package dev.sotto.voice;

import dev.sotto.refusal.Refusal;
import dev.sotto.session.Admission;
import dev.sotto.speech.AudioFormat;
import java.util.Optional;

/** Voices that come later than the server, which does not wait for them. Safe for any thread. */
public final class LateVoices implements Voices {

    private volatile Voices voices = NONE;

    /** The voices are here. */
    public void arrived(Voices arrived) {
        voices = arrived;
    }

    @Override
    public Optional<Refusal> whyNot(Admission admission) {
        return voices.whyNot(admission);
    }

    @Override
    public Seat seat(Admission admission, AudioFormat speak) {
        return voices.seat(admission, speak);
    }
}
