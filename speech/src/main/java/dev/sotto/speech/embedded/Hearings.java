package dev.sotto.speech.embedded;

import dev.sotto.speech.frontend.Hearing;
import dev.sotto.speech.frontend.TurnFrontEnd;
import dev.sotto.speech.vosk.VoskDecoder;
import dev.sotto.speech.vosk.VoskModel;

/**
 * The models for one kind of audio, and its front end. Safe for many threads.
 *
 * @param clear hears clear audio
 * @param noisy hears noisy audio
 */
record Hearings(TurnFrontEnd frontEnd, VoskModel clear, VoskModel noisy) implements AutoCloseable {

    VoskDecoder decoder(Hearing hearing) {
        return (hearing == Hearing.NOISY ? noisy : clear).decoder();
    }

    @Override
    public void close() {
        clear.close();
        noisy.close();
    }
}
