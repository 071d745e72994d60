package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Spoken;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the answer to a question for a value of a list or a built-in type. Confined to one call. */
final class AskedTyped {

    private final Words words;
    private final Spoken spoken;
    private final SlotName slot;
    private final TypeReader type;
    private final Phrases phrases;

    AskedTyped(Spoken spoken, SlotName slot, TypeReader type, Phrases phrases) {
        this.words = spoken.words();
        this.spoken = spoken;
        this.slot = slot;
        this.type = type;
        this.phrases = phrases;
    }

    Optional<SlotMatch> read() {
        List<Candidate> found = longest(type.candidates(spoken, Occasion.ASKED));
        if (found.isEmpty()) {
            return part().map(candidate -> Matches.of(words, slot, candidate));
        }
        Candidate first = found.get(0);
        Candidate last = found.get(found.size() - 1);
        if (first.resolved().equals(last.resolved())
                && found.stream().allMatch(c -> c.resolved().equals(first.resolved()))) {
            return Optional.of(Matches.of(words, slot, first));
        }
        Optional<Candidate> covering = covering(found);
        if (covering.isPresent()) {
            return covering.map(candidate -> Matches.of(words, slot, candidate));
        }
        Candidate before = found.get(found.size() - 2);
        if (phrases.corrects(words, before.to(), last.from())) {
            return Optional.of(Matches.of(words, slot, last));
        }
        return Optional.of(Matches.ambiguous(words, slot, found));
    }

    /** Some words of a listed value: "two" for "two sugars". */
    private Optional<Candidate> part() {
        int from = phrases.skipBefore(words);
        int to = phrases.skipAfter(words, from);
        if (phrases.isArticle(words, from)) {
            from++;
        }
        return from < to ? type.part(words, from, to) : Optional.empty();
    }

    /** The one candidate that, but for polite phrases, is the whole answer. */
    private Optional<Candidate> covering(List<Candidate> found) {
        int from = phrases.skipBefore(words);
        int to = phrases.skipAfter(words, from);
        return found.stream().filter(c -> c.from() <= from && c.to() >= to).findFirst();
    }

    /** Drops candidates that lie in longer or surer ones: "large" in "extra large", 4 in "£4". */
    static List<Candidate> longest(List<Candidate> candidates) {
        List<Candidate> ranked = new ArrayList<>(candidates);
        ranked.sort(Comparator.comparing(Candidate::support)
                .thenComparing(Comparator.comparingInt(Candidate::length).reversed())
                .thenComparing(Candidate::from));
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : ranked) {
            if (kept.stream().noneMatch(candidate::overlaps)) {
                kept.add(candidate);
            }
        }
        kept.sort(Comparator.comparingInt(Candidate::from));
        boolean sure = kept.stream().anyMatch(c -> c.support() == Candidate.Support.CERTAIN);
        return sure
                ? kept.stream()
                        .filter(c -> c.support() == Candidate.Support.CERTAIN)
                        .toList()
                : kept;
    }
}
