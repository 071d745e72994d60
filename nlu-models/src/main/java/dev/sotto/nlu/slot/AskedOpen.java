package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Spoken;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.util.List;
import java.util.Optional;

/** Reads the answer to a question for a value of an open type: what remains without polite phrases. Confined to one call. */
final class AskedOpen {

    /** A longer answer is a description, not a phrase with a value in it. */
    private static final int PHRASE = 7;

    private final Words words;
    private final Spoken spoken;
    private final SlotName slot;
    private final TypeReader type;
    private final Phrases phrases;

    AskedOpen(Spoken spoken, SlotName slot, TypeReader type, Phrases phrases) {
        this.words = spoken.words();
        this.spoken = spoken;
        this.slot = slot;
        this.type = type;
        this.phrases = phrases;
    }

    /** @param volunteered what is found in the same words without knowing of the question */
    Optional<SlotMatch> read(List<SlotMatch> volunteered) {
        int from = phrases.skipBefore(words);
        int to = phrases.skipAfter(words, from);
        if (from >= to) {
            return Optional.empty();
        }
        List<Candidate> listed = type.candidates(spoken, Occasion.ASKED);
        for (Candidate candidate : listed) {
            int start = phrases.isArticle(words, from) ? from + 1 : from;
            if (candidate.from() <= start && candidate.to() >= to) {
                return Optional.of(Matches.of(words, slot, candidate));
            }
        }
        if (to - from <= PHRASE) {
            Optional<SlotMatch> carried = volunteered.stream()
                    .filter(match -> match.slot().equals(slot))
                    .findFirst();
            if (carried.isPresent()) {
                return carried;
            }
        }
        if (phrases.isNothing(words, from, to)) {
            return Optional.empty();
        }
        return Optional.of(Matches.of(words, slot, new Candidate(from, to, List.of(), Candidate.Support.OPEN)));
    }
}
