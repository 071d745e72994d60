package dev.sotto.nlu.slot;

import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a slot type of the bot's own, with their synonyms. Case, accents, punctuation and plurals do not matter;
 * the longest phrase wins. Immutable and safe for any thread.
 */
final class Gazetteer {

    /** Shorter words are too close to too many others to guess at. */
    private static final int SHORTEST_MISSPELT = 5;

    private static final int MAX_RESOLVED = 5;

    /** Zero, which is what number words for none become, and the beginnings of values that mean none. */
    private static final Set<String> NOTHING = Set.of("0", "no", "without");

    private record Phrase(List<String> stems, String value) {}

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private final List<Phrase> single = new ArrayList<>();

    private final Stems form;

    Gazetteer(List<TrainingSet.Entry> entries, Stems form) {
        this.form = form;
        for (TrainingSet.Entry entry : entries) {
            add(entry.value(), entry.value());
            for (String synonym : entry.synonyms()) {
                add(synonym, entry.value());
            }
        }
        for (List<Phrase> phrases : byFirst.values()) {
            phrases.sort(Comparator.comparingInt((Phrase p) -> p.stems().size()).reversed());
        }
    }

    private void add(String text, String value) {
        List<String> stems = stems(Words.of(text));
        if (!stems.isEmpty()) {
            Phrase phrase = new Phrase(stems, value);
            byFirst.computeIfAbsent(stems.get(0), first -> new ArrayList<>()).add(phrase);
            if (stems.size() == 1 && stems.get(0).length() >= SHORTEST_MISSPELT) {
                single.add(phrase);
            }
        }
    }

    private List<String> stems(Words words) {
        List<String> stems = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.isWord(i)) {
                stems.add(form.of(words.get(i)));
            }
        }
        return stems;
    }

    /** Returns the longest listed phrases that start at each word; several values if they share a phrase. */
    List<Candidate> find(Words words) {
        List<Candidate> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            int longest = 0;
            Set<String> values = new LinkedHashSet<>();
            for (Phrase phrase : byFirst.getOrDefault(form.of(words.get(at)), List.of())) {
                int end = match(phrase, words, at);
                if (end > at && (longest == 0 || end == longest)) {
                    longest = end;
                    values.add(phrase.value());
                }
            }
            if (longest > 0) {
                List<String> resolved = values.stream().limit(MAX_RESOLVED).toList();
                found.add(new Candidate(at, longest, resolved, Candidate.Support.CERTAIN));
            }
        }
        return found;
    }

    /**
     * Returns the one value of which some words are a part: "two" of "two sugars". "None" is a part of any value that
     * begins with "no".
     */
    Optional<Candidate> findPart(Words words, int from, int to) {
        Set<String> wanted = new LinkedHashSet<>();
        for (int at = from; at < to; at++) {
            if (words.isWord(at)) {
                wanted.add(form.of(words.get(at)));
            }
        }
        Set<String> values = new LinkedHashSet<>();
        for (List<Phrase> phrases : byFirst.values()) {
            for (Phrase phrase : phrases) {
                boolean none = NOTHING.containsAll(wanted)
                        && NOTHING.contains(phrase.stems().get(0));
                if (none || phrase.stems().containsAll(wanted)) {
                    values.add(phrase.value());
                }
            }
        }
        return wanted.isEmpty() || values.size() != 1
                ? Optional.empty()
                : Optional.of(new Candidate(from, to, List.copyOf(values), Candidate.Support.PLAIN));
    }

    /**
     * Returns single words that are a listed one but for one slip: a letter too many, too few, wrong, or two swapped.
     *
     * @param known words that mean something else to the bot and are no slips
     */
    List<Candidate> findMisspelt(Words words, Set<String> known) {
        List<Candidate> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String stem = form.of(words.get(at));
            if (stem.length() < SHORTEST_MISSPELT - 1 || known.contains(stem) || byFirst.containsKey(stem)) {
                continue;
            }
            Set<String> values = new LinkedHashSet<>();
            for (Phrase phrase : single) {
                if (Misspelling.isOneSlip(stem, phrase.stems().get(0))) {
                    values.add(phrase.value());
                }
            }
            if (values.size() == 1) {
                found.add(new Candidate(at, at + 1, List.copyOf(values), Candidate.Support.MISSPELT));
            }
        }
        return found;
    }

    /** Returns the word after a phrase that starts here, or -1. Signs that names are written with are skipped. */
    private int match(Phrase phrase, Words words, int from) {
        int at = from;
        for (String stem : phrase.stems()) {
            while (at > from && at < words.size() && (words.is(at, "&") || words.is(at, ".") || words.is(at, "-"))) {
                at++;
            }
            if (at >= words.size() || !form.of(words.get(at)).equals(stem)) {
                return -1;
            }
            at++;
        }
        return at;
    }
}
