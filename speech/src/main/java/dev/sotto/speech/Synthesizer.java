package dev.sotto.speech;

import dev.sotto.sensitive.Saying;

/** Turns text into speech. Blocking; safe for many threads. */
public interface Synthesizer {

    /** Returns what it can do. Does not change while it lives. */
    Capabilities capabilities();

    /**
     * Speaks a text into a sink, frame by frame as they come to be, and returns when all is spoken or the sink wants no
     * more.
     *
     * @param text plain, without markup
     * @throws IllegalArgumentException for a voice or format that it does not have
     */
    void speak(Saying text, Voice voice, AudioFormat format, FrameSink sink);
}
