package dev.sotto.speech;

import java.util.Locale;

/** Turns speech into text. Blocking; safe for many threads. */
public interface Recognizer {

    /** Returns what it can do. Does not change while it lives. */
    Capabilities capabilities();

    /**
     * Somebody will speak soon: what the first words would have to wait for may be done now. Does not wait for it.
     *
     * @param hints what is likely to be said then
     * @throws IllegalArgumentException for a locale or format that {@link #capabilities} does not name
     */
    default void prepare(Locale locale, AudioFormat format, Hints hints) {}

    /**
     * Begins to listen.
     *
     * @param hints what is likely to be said; they hold for the whole stream
     * @throws IllegalArgumentException for a locale or format that {@link #capabilities} does not name
     */
    RecognizerStream open(Locale locale, AudioFormat format, Hints hints);
}
