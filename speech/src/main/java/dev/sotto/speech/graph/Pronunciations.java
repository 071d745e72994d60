package dev.sotto.speech.graph;

import dev.sotto.speech.model.Phones;
import dev.sotto.speech.normalise.AsciiFold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the words of a bot sound: as it says itself, else as the dictionary says, else letter by letter. Remembers which words
 * were guessed and which cannot be heard at all. Confined to one thread.
 */
public final class Pronunciations {

    private final Dictionary dictionary;
    private final Lexicon own;
    private final Phones phones;
    private final Map<String, List<int[]>> known = new HashMap<>();
    private final Set<String> guessed = new TreeSet<>();
    private final Set<String> unheard = new TreeSet<>();

    /** Those of words that no bot says anything about. */
    public Pronunciations(Dictionary dictionary, Phones phones) {
        this(dictionary, Lexicon.NONE, phones);
    }

    /**
     * @param own what the bot says of its words
     */
    public Pronunciations(Dictionary dictionary, Lexicon own, Phones phones) {
        this.dictionary = dictionary;
        this.own = own;
        this.phones = phones;
    }

    /** Returns the pronunciations of a word in lower case, each a row of phones; none if it cannot be heard. */
    public List<int[]> of(String word) {
        return known.computeIfAbsent(word, this::find);
    }

    /** Returns whether a word can be heard. */
    public boolean has(String word) {
        return !of(word).isEmpty();
    }

    /** Returns the words that no dictionary has, in order. */
    public Set<String> guessed() {
        return Set.copyOf(guessed);
    }

    /** Returns the words that cannot be heard, in order. */
    public Set<String> unheard() {
        return Set.copyOf(unheard);
    }

    private List<int[]> find(String word) {
        if (LetterName.is(word)) {
            String letter = LetterName.written(word);
            return letter.equals("a") ? inPhones(List.of(List.of("EY"))) : find(letter);
        }
        List<int[]> found = inPhones(written(word));
        if (!found.isEmpty()) {
            return found;
        }
        found = inPhones(possessive(word, this::written));
        if (found.isEmpty() && word.length() > 2) {
            // "dont", "thats": as people write them.
            int last = word.length() - 1;
            found = inPhones(written(word.substring(0, last) + "'" + word.substring(last)));
        }
        if (found.isEmpty()) {
            found = guess(word);
            (found.isEmpty() ? unheard : guessed).add(word);
        }
        return found;
    }

    /** Accents are no difference to the dictionary. */
    private List<List<String>> written(String word) {
        List<List<String>> given = own.of(word);
        if (given.isEmpty()) {
            given = possessive(word, own::of);
        }
        return given.isEmpty() ? dictionary.pronunciations(AsciiFold.word(word)) : given;
    }

    private static List<List<String>> possessive(String word, Function<String, List<List<String>>> sounds) {
        if (!word.endsWith("'s")) {
            return List.of();
        }
        List<List<String>> found = new ArrayList<>();
        for (List<String> base : sounds.apply(word.substring(0, word.length() - 2))) {
            List<String> longer = new ArrayList<>(base);
            longer.addAll(ending(base.get(base.size() - 1)));
            found.add(longer);
        }
        return found;
    }

    private static List<String> ending(String last) {
        return switch (last) {
            case "S", "Z", "SH", "ZH", "CH", "JH" -> List.of("IH", "Z");
            case "P", "T", "K", "F", "TH" -> List.of("S");
            default -> List.of("Z");
        };
    }

    private List<int[]> guess(String word) {
        String letters = SpokenWords.letters(word);
        if (letters.isEmpty()) {
            return List.of();
        }
        if (Spelling.hasVowel(letters)) {
            return inPhones(List.of(Spelling.phones(letters)));
        }
        List<String> spelt = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            spelt.addAll(dictionary.pronunciations(letters.substring(i, i + 1)).get(0));
        }
        return inPhones(List.of(spelt));
    }

    private List<int[]> inPhones(List<List<String>> names) {
        Set<List<String>> distinct = new LinkedHashSet<>(names);
        List<int[]> rows = new ArrayList<>();
        for (List<String> row : distinct) {
            int @Nullable [] numbers = numbers(row);
            if (numbers != null) {
                rows.add(numbers);
            }
        }
        return rows;
    }

    private int @Nullable [] numbers(List<String> row) {
        int[] numbers = new int[row.size()];
        for (int i = 0; i < numbers.length; i++) {
            Integer number = phones.number(row.get(i));
            if (number == null) {
                return null;
            }
            numbers[i] = number;
        }
        return numbers;
    }
}
