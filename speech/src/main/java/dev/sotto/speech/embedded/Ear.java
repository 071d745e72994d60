package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.frontend.Band;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Hears what can be said to one bot. Listens to a whole turn before it tells anything; hints change nothing. Safe for many
 * threads. Streams that are open when it is closed can still be used.
 */
public final class Ear implements Recognizer, AutoCloseable {

    private static final Set<Integer> RATES = Set.of(8_000, 16_000, 24_000, 44_100, 48_000);

    private final Capabilities capabilities;
    private final Map<Band, Hearings> hearings;
    private final List<String> words;

    Ear(Map<Band, Hearings> hearings, List<String> words, Locale locale) {
        this.hearings = Map.copyOf(hearings);
        this.words = List.copyOf(words);
        Set<AudioFormat> formats = new HashSet<>();
        for (int rate : RATES) {
            if (hearings.containsKey(Band.of(rate))) {
                for (AudioFormat.Encoding encoding : EnumSet.allOf(AudioFormat.Encoding.class)) {
                    formats.add(new AudioFormat(encoding, rate, 1));
                }
            }
        }
        this.capabilities = new Capabilities(Set.of(locale), formats, Set.of());
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public RecognizerStream open(Locale locale, AudioFormat format, Hints hints) {
        Hearings suited = hearings.get(Band.of(format.sampleRate()));
        if (suited == null || !capabilities.has(locale, format)) {
            throw new IllegalArgumentException("another language or format than it hears");
        }
        return new TurnStream(suited, words, format);
    }

    /** Frees the models once no stream decodes with them. */
    @Override
    public void close() {
        hearings.values().forEach(Hearings::close);
    }
}
