package dev.sotto.voice;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.FrameSink;
import java.util.Optional;

/** The bot's voice on one line. Blocking; safe for many threads. */
public interface BotVoice {

    /** Returns how its audio is laid out: linear, one channel. */
    AudioFormat format();

    /**
     * Speaks, frame by frame, and returns when all is spoken or the sink wants no more.
     *
     * @param ssml the same with marks for how it is spoken, if there are any
     */
    void speak(Saying text, Optional<Saying> ssml, FrameSink sink);
}
