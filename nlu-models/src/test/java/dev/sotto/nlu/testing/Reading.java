package dev.sotto.nlu.testing;

import dev.sotto.nlu.Moment;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.nlu.value.FoundValue;
import dev.sotto.nlu.value.Spoken;
import dev.sotto.nlu.value.ValueParser;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads whole texts as values of built-in types, on Tuesday, 24 November 2026, at 14:20. */
public final class Reading {

    private static final Moment TUESDAY = new Moment(LocalDateTime.of(2026, 11, 24, 14, 20));

    private final Locale locale;
    private final Map<String, ValueParser> parsers = new HashMap<>();

    private Reading(Locale locale) {
        this.locale = locale;
    }

    public static Reading in(Locale locale) {
        return new Reading(locale);
    }

    /** Returns what the whole text is as an answer: its value, {@code a / b} for an ambiguity, {@code -} for none. */
    public String asked(String type, String text) {
        return whole(type, text, Occasion.ASKED);
    }

    /** Returns what the whole text is in the middle of a sentence. */
    public String volunteered(String type, String text) {
        return whole(type, text, Occasion.VOLUNTEERED);
    }

    private String whole(String type, String text, Occasion occasion) {
        Words words = Words.of(text);
        return at(type, words, 0, occasion)
                .filter(value -> value.to() == words.size())
                .map(value -> value.interpreted().orElse(String.join(" / ", value.resolved())))
                .orElse("-");
    }

    /** Returns what starts at a word. */
    public Optional<FoundValue> at(String type, Words words, int from, Occasion occasion) {
        ValueParser parser = parsers.computeIfAbsent(
                type,
                name -> BuiltInTypes.parser(new SlotTypeName(name), locale).orElseThrow());
        return parser.parseWords(Spoken.of(words, locale, TUESDAY), from, occasion);
    }
}
