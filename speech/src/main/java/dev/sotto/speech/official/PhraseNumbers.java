package dev.sotto.speech.official;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts numbers in the place of words, as a model has them. Safe for many threads. */
final class PhraseNumbers {

    private final SymbolTable words;
    private final List<Integer> unknown;
    private @Nullable Map<String, Integer> numbers;

    PhraseNumbers(SymbolTable words, List<Integer> unknown) {
        this.words = words;
        this.unknown = List.copyOf(unknown);
    }

    /** Returns the number of a word, in whichever case the model has it. */
    synchronized Optional<Integer> of(String word) {
        Map<String, Integer> all = numbers;
        if (all == null) {
            all = new HashMap<>();
            for (int i = words.highest(); i > 0; i--) {
                all.put(words.words().get(i), i);
            }
            numbers = all;
        }
        Map<String, Integer> known = all;
        return Stream.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))
                .filter(known::containsKey)
                .findFirst()
                .map(known::get);
    }

    /**
     * Returns the phrases of a grammar, the word for any other speech among them, if there is one.
     *
     * @throws IllegalArgumentException if no word of them is known
     */
    List<String> lines(Collection<List<String>> phrases) {
        Set<String> lines = new LinkedHashSet<>();
        for (List<String> phrase : phrases) {
            String line = String.join(
                    " ",
                    phrase.stream()
                            .map(this::of)
                            .flatMap(Optional::stream)
                            .map(String::valueOf)
                            .toList());
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no word of the grammar is known to the model");
        }
        unknown.forEach(number -> lines.add(String.valueOf(number)));
        return List.copyOf(lines);
    }
}
