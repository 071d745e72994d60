package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Fold;
import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
        /** "Double", "triple", before a digit. */
        MULTIPLE,
        /** What is written into one word with a number for a half more. */
        AND_HALF,
        /** A number that goes with no others, such as a word for one and a half. */
        AMOUNT,
        /** What behind digits makes them an ordinal number: "2nd". */
        ORDINAL_SUFFIX,
        /** What behind digits makes them no number: "4pm". */
        NO_NUMBER,
        /** How a language builds its numbers; see {@link Habit}. */
        HABIT,
        /** The endings that a word with a tilde takes. */
        ENDING
    }

    /** How a language builds its numbers, where it differs from English. */
    private enum Habit {
        /** One and twenty. */
        UNITS_FIRST,
        /** Hundred for one hundred. */
        BARE_SCALES,
        /** Number words are written together. */
        COMPOUNDS,
        /** The article is the number one. */
        ARTICLE_COUNTS
    }

    /** A word's kind and the number it stands for. */
    record Entry(Kind kind, BigDecimal value) {}

    private static final Map<Locale, NumberLexicon> LOADED = new ConcurrentHashMap<>();
    private static final String ORDINAL = "ordinal-";
    private static final int LONGEST_COMPOUND = 80;

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Entry> ordinals = new HashMap<>();
    private final Set<Habit> habits = EnumSet.noneOf(Habit.class);
    private final Digits digits;

    private NumberLexicon(Locale locale) {
        digits = Digits.of(locale);
        List<String> endings = List.of("");
        for (String line :
                LanguageResource.lines(NumberLexicon.class, "numbers", locale).orElse(List.of())) {
            String[] fields = line.split(" ", -1);
            List<String> words = Arrays.asList(fields).subList(2, fields.length);
            boolean ordinal = fields[0].startsWith(ORDINAL) && !fields[0].equals("ordinal-suffix");
            Kind kind = Kind.valueOf((ordinal ? fields[0].substring(ORDINAL.length()) : fields[0])
                    .toUpperCase(Locale.ROOT)
                    .replace('-', '_'));
            if (kind == Kind.ENDING) {
                endings = words;
            } else if (kind == Kind.HABIT) {
                words.forEach(habit ->
                        habits.add(Habit.valueOf(habit.toUpperCase(Locale.ROOT).replace('-', '_'))));
            } else {
                Entry entry = new Entry(kind, new BigDecimal(fields[1]));
                add(words, endings, entry, ordinal ? ordinals : entries);
            }
        }
    }

    private static void add(List<String> words, List<String> endings, Entry entry, Map<String, Entry> into) {
        for (String word : words) {
            if (word.endsWith("~")) {
                endings.forEach(ending -> into.put(Fold.fold(word.replace("~", ending)), entry));
            } else {
                into.put(Fold.fold(word), entry);
            }
        }
    }

    /** Returns the words of a locale's language; none, so that digits only are read, for a language without a list. */
    static NumberLexicon of(Locale locale) {
        return LOADED.computeIfAbsent(locale, NumberLexicon::new);
    }

    /** Returns how numbers are written in digits. */
    Digits digits() {
        return digits;
    }

    boolean saysUnitsFirst() {
        return habits.contains(Habit.UNITS_FIRST);
    }

    boolean countsBareScales() {
        return habits.contains(Habit.BARE_SCALES);
    }

    boolean countsArticles() {
        return habits.contains(Habit.ARTICLE_COUNTS);
    }

    /** Returns the number words that a word is written together from; none if it is a word of its own. */
    List<String> parts(String word) {
        boolean whole = !habits.contains(Habit.COMPOUNDS)
                || word.length() > LONGEST_COMPOUND
                || entries.containsKey(word)
                || ordinals.containsKey(word)
                || !startsLikeANumber(word);
        List<String> parts = new ArrayList<>();
        return !whole && split(word, 0, parts, new boolean[word.length() + 1]) ? parts : List.of();
    }

    private boolean startsLikeANumber(String word) {
        for (int end = 2; end < word.length(); end++) {
            if (entries.containsKey(word.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Takes the longest word first, and a shorter one where that leads nowhere; each place is tried once. */
    private boolean split(String word, int from, List<String> parts, boolean[] failed) {
        if (from == word.length()) {
            return true;
        }
        for (int end = word.length(); !failed[from] && end > from + 1; end--) {
            String part = word.substring(from, end);
            boolean known = entries.containsKey(part) || (end == word.length() && ordinals.containsKey(part));
            if (known) {
                parts.add(part);
                if (split(word, end, parts, failed)) {
                    return true;
                }
                parts.remove(parts.size() - 1);
            }
        }
        failed[from] = true;
        return false;
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
        return value(entries, words, at, kind);
    }

    /** Returns the number an ordinal word stands for if the number's word is of a kind, or null. */
    @Nullable BigDecimal ordinalValue(Words words, int at, Kind kind) {
        return value(ordinals, words, at, kind);
    }

    private static @Nullable BigDecimal value(Map<String, Entry> among, Words words, int at, Kind kind) {
        if (at >= words.size()) {
            return null;
        }
        Entry entry = among.get(words.get(at));
        return entry != null && entry.kind() == kind ? entry.value() : null;
    }

    boolean is(Words words, int at, Kind kind) {
        return value(words, at, kind) != null;
    }

    boolean isOrdinal(Words words, int at) {
        return ordinals.containsKey(words.get(at));
    }

    boolean isNumber(Words words, int at) {
        return entries.containsKey(words.get(at));
    }

    /** Returns whether a word right behind digits makes them something else than a number. */
    boolean isNoNumberBehind(Words words, int at) {
        Entry entry = entries.get(words.get(at));
        return entry != null
                && (entry.kind() == Kind.NO_NUMBER || entry.kind() == Kind.ORDINAL_SUFFIX)
                && !words.is(at, ".");
    }
}
