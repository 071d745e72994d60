package dev.sotto.speech.script;

import dev.sotto.speech.Phrase;
import java.time.Duration;

/** One thing after the other that a script is made of. */
public sealed interface Step {

    /** Words. */
    record Speak(Phrase phrase) implements Step {}

    /** Silence, besides the rest at the end of the phrase before. */
    record Silence(Duration length) implements Step {}

    /**
     * A place that somebody wants to know about when it is reached.
     *
     * @param name letters, digits and {@code _ . : -} only
     */
    record Mark(String name) implements Step {}
}
