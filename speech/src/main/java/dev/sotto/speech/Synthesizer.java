package dev.sotto.speech;

import java.util.List;

/** Turns text into speech. Blocking; safe for many threads. */
public interface Synthesizer {

    /** Returns what it can do. Does not change while it lives. */
    Capabilities capabilities();

    /** Returns its voices, the one to take unless told otherwise first. Does not change while it lives. */
    List<Voice> voices();

    /**
     * Returns a text that changes whenever the same words would sound different: the engine, its version and settings.
     * Rendered audio is kept under it.
     */
    String edition();

    /**
     * Speaks a phrase into a sink, frame by frame as they come to be, and returns when all is spoken or the sink wants no
     * more. Each frame is {@link AudioFrame#SPOKEN} long, the last one filled up with silence; the first starts at 0.
     *
     * @throws IllegalArgumentException for a voice or format that it does not have, or a phrase longer than
     *     {@link Phrase#MOST_LETTERS}
     * @throws SynthesisFailedException if it could not be spoken to its end
     */
    void speak(Phrase phrase, Voice voice, AudioFormat format, FrameSink sink);
}
