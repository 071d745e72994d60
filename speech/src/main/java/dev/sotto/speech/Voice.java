package dev.sotto.speech;

import java.util.Locale;

/**
 * A voice of a synthesiser.
 *
 * @param name unique in its engine, as a configuration writes it
 */
public record Voice(String name, Locale locale) {

    public Voice {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a voice without a name");
        }
    }
}
