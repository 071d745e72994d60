package dev.sotto.speech.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How words sound that a bot says so of itself: they take the place of what a dictionary has. Immutable.
 *
 * @param sounds by word as {@link #word} has it; at least one pronunciation each, a row of {@link #PHONES}
 */
public record Lexicon(Map<String, List<List<String>>> sounds) {

    /** No words. */
    public static final Lexicon NONE = new Lexicon(Map.of());

    /** The phones of English, as the CMU Pronouncing Dictionary has them, without marks of stress. */
    public static final List<String> PHONES = List.of(
            "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY", "F", "G", "HH", "IH", "IY",
            "JH", "K", "L", "M", "N", "NG", "OW", "OY", "P", "R", "S", "SH", "T", "TH", "UH", "UW", "V", "W", "Y", "Z",
            "ZH");

    private static final Set<String> KNOWN = Set.copyOf(PHONES);

    private static final Pattern WORD = Pattern.compile(SpokenText.WORD);

    public Lexicon {
        sounds = sounds.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(List::copyOf).toList()));
        boolean whole = sounds.values().stream()
                .allMatch(rows ->
                        !rows.isEmpty() && rows.stream().allMatch(row -> !row.isEmpty() && KNOWN.containsAll(row)));
        if (!whole) {
            throw new IllegalArgumentException("a word without a pronunciation of known phones");
        }
    }

    /** Returns whether a language is that of the phones. */
    public static boolean isOf(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** Returns a word as words are compared, or nothing if a text is not one word of letters. */
    public static Optional<String> word(String written) {
        return WORD.matcher(written).matches() ? Optional.of(SpokenText.word(written)) : Optional.empty();
    }

    /** Returns the pronunciations of a word; none if it is not among these. */
    List<List<String>> of(String word) {
        return sounds.getOrDefault(word, List.of());
    }

    /** Returns all of it in one order, for sums. */
    public Map<String, List<List<String>>> sorted() {
        return new TreeMap<>(sounds);
    }
}
