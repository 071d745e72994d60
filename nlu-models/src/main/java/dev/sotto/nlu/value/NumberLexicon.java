package dev.sotto.nlu.value;

import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.text.Words;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number words of a language. Immutable and safe for any thread. */
final class NumberLexicon {

    /** What a word does in a number. */
    enum Kind {
        /** Zero to nine. */
        DIGIT,
        /** Zero inside other digits only: "oh". */
        INNER_DIGIT,
        TEEN,
        TENS,
        HUNDRED,
        /** Thousand and up. */
        SCALE,
        /** A scale written right behind digits: "5k". */
        SUFFIX,
        /** Dozen, couple. */
        GROUP,
        HALF,
        QUARTER,
        /** "a" in "a hundred". */
        ARTICLE,
        AND,
        OF,
        POINT,
        MINUS,
        /** "None", which is zero as an answer only. */
        NONE,
        /** What behind digits makes them no number: "2nd", "4pm". */
        ORDINAL
    }

    /** A word's kind and the number it stands for. */
    record Entry(Kind kind, BigDecimal value) {}

    private final Map<String, Entry> entries;

    private NumberLexicon(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** Returns the words of a locale's language; none, so that digits only are read, for a language without a list. */
    static NumberLexicon of(Locale locale) {
        Map<String, Entry> entries = new HashMap<>();
        for (String line :
                LanguageResource.lines(NumberLexicon.class, "numbers", locale).orElse(List.of())) {
            String[] fields = line.split(" ", -1);
            Kind kind = Kind.valueOf(fields[0].toUpperCase(Locale.ROOT).replace('-', '_'));
            for (int i = 2; i < fields.length; i++) {
                entries.put(fields[i], new Entry(kind, new BigDecimal(fields[1])));
            }
        }
        return new NumberLexicon(entries);
    }

    Map<String, String> wordsAsDigits() {
        Map<String, String> digits = new HashMap<>();
        entries.forEach((word, entry) -> {
            boolean number = entry.kind() == Kind.DIGIT
                    || entry.kind() == Kind.TEEN
                    || entry.kind() == Kind.TENS
                    || entry.kind() == Kind.NONE;
            if (number) {
                digits.put(word, entry.value().toPlainString());
            }
        });
        return Map.copyOf(digits);
    }

    /** Returns the number a word stands for if it is of a kind, or null. */
    @Nullable BigDecimal value(Words words, int at, Kind kind) {
        if (at >= words.size()) {
            return null;
        }
        Entry entry = entries.get(words.get(at));
        return entry != null && entry.kind() == kind ? entry.value() : null;
    }

    boolean is(Words words, int at, Kind kind) {
        return value(words, at, kind) != null;
    }
}
