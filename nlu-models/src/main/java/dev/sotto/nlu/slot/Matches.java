package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.text.Words;
import dev.sotto.sensitive.SlotValue;
import java.util.List;

/** From candidates to matches. */
final class Matches {

    private Matches() {}

    /** Returns a candidate as a match; one without resolved values is taken as said. */
    static SlotMatch of(Words words, SlotName slot, Candidate candidate) {
        SlotValue original = new SlotValue(words.text(candidate.from(), candidate.to()));
        List<SlotValue> resolved = candidate.resolved().isEmpty()
                ? List.of(original)
                : candidate.resolved().stream().map(SlotValue::new).toList();
        return new SlotMatch(slot, original, resolved, words.start(candidate.from()), words.end(candidate.to() - 1));
    }

    /** Returns the words from the first to the last as a match that must be asked about. */
    static SlotMatch ambiguous(Words words, SlotName slot, int from, int to) {
        SlotValue original = new SlotValue(words.text(from, to));
        return new SlotMatch(slot, original, List.of(), words.start(from), words.end(to - 1));
    }
}
