package dev.sotto.speech;

import java.util.Locale;
import java.util.Set;

/**
 * What an engine can do.
 *
 * @param locales the languages it has models or voices for
 * @param formats the audio it takes or makes, without conversion
 * @param features what not every engine can
 */
public record Capabilities(Set<Locale> locales, Set<AudioFormat> formats, Set<Feature> features) {

    public Capabilities {
        locales = Set.copyOf(locales);
        formats = Set.copyOf(formats);
        features = Set.copyOf(features);
    }

    /** Returns whether it can do this language in this format. */
    public boolean has(Locale locale, AudioFormat format) {
        return locales.contains(locale) && formats.contains(format);
    }

    /** @throws IllegalArgumentException if it cannot do this language in this format */
    public void demand(Locale locale, AudioFormat format) {
        if (!has(locale, format)) {
            throw new IllegalArgumentException("another language or format than it has");
        }
    }

    /** What not every engine can. */
    public enum Feature {
        /** Tells words before the end of a turn. */
        PARTIALS,
        /** Lets hints make words likelier. */
        HINTS,
        /** Lets hints be a grammar. */
        GRAMMAR,
        /** Has more than one guess. */
        ALTERNATIVES,
        /** Has a confidence that means something. */
        CONFIDENCE
    }
}
