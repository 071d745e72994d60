package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Fold;
import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of a language for one kind of value, and what they mean. A resource has two kinds of lines:
 *
 * <pre>
 * word weekday 5 friday fri            a list, a number, and the words that stand for it
 * say on? &lt;weekday&gt; week = weekday 1   a phrase with a hole for a value, and its meaning
 * </pre>
 *
 * A question mark makes a word or hole optional, a bar stands between words of which any will do. Other words than {@code
 * say} put a phrase into another section. Immutable and safe for any thread.
 */
final class Phrasebook {

    private final Map<String, Map<String, Integer>> lists = new HashMap<>();
    private final Map<String, Section> sections = new HashMap<>();

    private Phrasebook(List<String> lines) {
        for (String line : lines) {
            String kind = line.substring(0, line.indexOf(' '));
            String rest = line.substring(kind.length() + 1);
            if (kind.equals("word")) {
                String[] fields = rest.split(" ", -1);
                Map<String, Integer> list = lists.computeIfAbsent(fields[0], name -> new HashMap<>());
                Arrays.stream(fields, 2, fields.length)
                        .forEach(word -> list.put(Fold.fold(word), Integer.valueOf(fields[1])));
            } else if (rest.contains(" = ")) {
                sections.computeIfAbsent(kind, name -> new Section()).add(rest);
            }
        }
    }

    /** Returns the phrases of the locale's language; none for a language without a resource. */
    static Phrasebook of(String purpose, Locale locale) {
        return new Phrasebook(
                LanguageResource.lines(Phrasebook.class, purpose, locale).orElse(List.of()));
    }

    /** Reads what stands in a hole. */
    interface Holes {

        /** Returns the value of a hole that starts at a token, or null. */
        @Nullable Filled fill(String hole, int at);
    }

    /**
     * The value of a hole.
     *
     * @param value a number, whatever it counts
     * @param end the token after the last
     */
    record Filled(Spoken.NumberRead value, int end) {

        static Filled of(int value, int end) {
            return new Filled(new Spoken.NumberRead(BigDecimal.valueOf(value), null, end), end);
        }
    }

    /**
     * A phrase that was found.
     *
     * @param meaning the words behind the equals sign
     * @param holes what stands in its holes
     * @param end the token after the last
     */
    record Match(List<String> meaning, Map<String, Spoken.NumberRead> holes, int end) {

        /** Returns the first word of the meaning. */
        String word() {
            return meaning.get(0);
        }

        /** Returns a number of the meaning, after its first word; the other if there is none. */
        int argument(int index, int otherwise) {
            return index < meaning.size() ? Integer.parseInt(meaning.get(index)) : otherwise;
        }

        /** Returns the whole number in a hole, or the other if it is empty. */
        int hole(String name, int otherwise) {
            Spoken.NumberRead read = holes.get(name);
            return read == null ? otherwise : read.value().intValue();
        }

        /** Returns the number in a hole, or the other if it is empty. */
        BigDecimal amount(String name, BigDecimal otherwise) {
            Spoken.NumberRead read = holes.get(name);
            return read == null ? otherwise : read.value();
        }

        boolean has(String name) {
            return holes.containsKey(name);
        }
    }

    /** Returns the number that a word of a list stands for, or null. */
    @Nullable Integer word(String list, Words words, int at) {
        return at >= words.size() ? null : lists.getOrDefault(list, Map.of()).get(words.get(at));
    }

    /** Returns whether the language has such a section. */
    boolean has(String section) {
        return sections.containsKey(section);
    }

    /** Returns the longest phrase of a section that starts at a token, of equals the first in the file; or null. */
    @Nullable Match match(String section, Words words, int from, Holes holes) {
        Section phrases = sections.get(section);
        return phrases == null || from >= words.size() ? null : phrases.match(words, from, holes);
    }

    private static final class Section {

        private final Map<String, List<Phrase>> byFirst = new HashMap<>();
        private final List<Phrase> byHole = new ArrayList<>();

        void add(String line) {
            int equals = line.lastIndexOf(" = ");
            List<Element> elements = Arrays.stream(line.substring(0, equals).split(" ", -1))
                    .map(Element::of)
                    .toList();
            Phrase phrase =
                    new Phrase(elements, List.of(line.substring(equals + 3).split(" ", -1)));
            Set<String> firsts = new HashSet<>();
            boolean hole = false;
            for (int i = 0;
                    i < elements.size() && (i == 0 || elements.get(i - 1).optional());
                    i++) {
                firsts.addAll(elements.get(i).words());
                hole |= !elements.get(i).hole().isEmpty();
            }
            if (hole) {
                byHole.add(phrase);
            } else {
                firsts.forEach(first ->
                        byFirst.computeIfAbsent(first, f -> new ArrayList<>()).add(phrase));
            }
        }

        @Nullable Match match(Words words, int from, Holes holes) {
            Match best = longest(byFirst.getOrDefault(words.get(from), List.of()), words, from, holes, null);
            return longest(byHole, words, from, holes, best);
        }

        private static @Nullable Match longest(
                List<Phrase> among, Words words, int from, Holes holes, @Nullable Match best) {
            Match longest = best;
            for (Phrase phrase : among) {
                Map<String, Spoken.NumberRead> filled = new HashMap<>();
                int end = phrase.match(0, words, from, holes, filled);
                if (end > from && (longest == null || end > longest.end())) {
                    longest = new Match(phrase.meaning(), filled, end);
                }
            }
            return longest;
        }
    }

    private record Element(Set<String> words, String hole, boolean optional) {

        static Element of(String written) {
            boolean optional = written.length() > 1 && written.endsWith("?");
            String plain = optional ? written.substring(0, written.length() - 1) : written;
            if (plain.startsWith("<")) {
                return new Element(Set.of(), plain.substring(1, plain.length() - 1), optional);
            }
            Set<String> words = new HashSet<>();
            Arrays.stream(plain.split("\\|", -1)).forEach(word -> words.add(Fold.fold(word)));
            return new Element(words, "", optional);
        }
    }

    private record Phrase(List<Element> elements, List<String> meaning) {

        /** Returns the token after the phrase, or -1. What is optional is taken if the rest then fits. */
        int match(int index, Words words, int at, Holes holes, Map<String, Spoken.NumberRead> filled) {
            if (index == elements.size()) {
                return at;
            }
            Element element = elements.get(index);
            if (at < words.size()) {
                if (element.hole().isEmpty()) {
                    int end = element.words().contains(words.get(at))
                            ? match(index + 1, words, at + 1, holes, filled)
                            : -1;
                    if (end >= 0) {
                        return end;
                    }
                } else {
                    Filled value = holes.fill(element.hole(), at);
                    int end = value == null ? -1 : match(index + 1, words, value.end(), holes, filled);
                    if (value != null && end >= 0) {
                        filled.put(element.hole(), value.value());
                        return end;
                    }
                }
            }
            return element.optional() ? match(index + 1, words, at, holes, filled) : -1;
        }
    }
}
