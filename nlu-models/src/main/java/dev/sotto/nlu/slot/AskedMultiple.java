package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Spoken;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the answer to a question for several values: "cheese, ham and olives". What is taken back, as in "cheese, no, ham",
 * is left out. Confined to one call.
 */
final class AskedMultiple {

    private final Words words;
    private final Spoken spoken;
    private final SlotName slot;
    private final TypeReader type;
    private final Phrases phrases;

    AskedMultiple(Spoken spoken, SlotName slot, TypeReader type, Phrases phrases) {
        this.words = spoken.words();
        this.spoken = spoken;
        this.slot = slot;
        this.type = type;
        this.phrases = phrases;
    }

    List<SlotMatch> read() {
        List<Candidate> known = AskedTyped.longest(type.candidates(spoken, Occasion.ASKED));
        List<Candidate> found = type.isOpen() ? parts(known) : known;
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : found) {
            int end = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).to();
            if (!kept.isEmpty() && phrases.corrects(words, end, candidate.from())) {
                kept.remove(kept.size() - 1);
            }
            kept.add(candidate);
        }
        return kept.stream()
                .map(candidate -> Matches.of(words, slot, candidate))
                .toList();
    }

    /** What stands between commas and words such as "and", each resolved if it is known and taken as said if not. */
    private List<Candidate> parts(List<Candidate> known) {
        List<Candidate> parts = new ArrayList<>();
        int to = phrases.skipAfter(words, 0);
        int from = phrases.skipBefore(words);
        for (int at = from; at <= to; at++) {
            int inside = at;
            boolean within = known.stream().anyMatch(c -> c.from() < inside && inside < c.to());
            int separator = at == to ? 1 : within ? 0 : phrases.separates(words, at);
            if (separator > 0) {
                add(parts, known, from, at);
                from = at + separator;
                at = from - 1;
            }
        }
        return parts;
    }

    private void add(List<Candidate> parts, List<Candidate> known, int from, int to) {
        int first = from < to && phrases.isArticle(words, from) ? from + 1 : from;
        if (first < to && !phrases.isNothing(words, first, to)) {
            parts.add(known.stream()
                    .filter(candidate -> candidate.from() == first && candidate.to() == to)
                    .findFirst()
                    .orElseGet(() -> new Candidate(first, to, List.of(), Candidate.Support.OPEN)));
        }
    }
}
