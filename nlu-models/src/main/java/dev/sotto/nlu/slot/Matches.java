package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.text.Words;
import dev.sotto.sensitive.SlotValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** From candidates to matches. */
final class Matches {

    /** "John's" in "John's salary". */
    private static final Pattern POSSESSIVE = Pattern.compile("\\w['\u2019]s$");

    private static final int MAX_RESOLVED = 5;

    private Matches() {}

    /** Returns a candidate as a match; one without resolved values is taken as said. */
    static SlotMatch of(Words words, SlotName slot, Candidate candidate) {
        String said = words.text(candidate.from(), candidate.to());
        int cut = candidate.resolved().isEmpty() && isPossessive(words, candidate.to()) ? 2 : 0;
        SlotValue original = new SlotValue(said.substring(0, said.length() - cut));
        int start = words.start(candidate.from());
        int end = words.end(candidate.to() - 1) - cut;
        if (candidate.resolved().isEmpty()) {
            return new SlotMatch(slot, original, List.of(original), start, end);
        }
        List<SlotValue> resolved =
                candidate.resolved().stream().map(SlotValue::new).toList();
        return new SlotMatch(slot, original, candidate.interpreted().map(SlotValue::new), resolved, start, end);
    }

    /** Returns whether the word before this one says whose this one is. */
    static boolean isPossessive(Words words, int at) {
        return at > 0
                && at < words.size()
                && words.isWord(at)
                && POSSESSIVE.matcher(words.text(at - 1, at)).find();
    }

    /** Returns several candidates, of which one is meant, as a match that must be asked about. */
    static SlotMatch ambiguous(Words words, SlotName slot, List<Candidate> candidates) {
        int from = candidates.get(0).from();
        int to = candidates.get(candidates.size() - 1).to();
        SlotValue original = new SlotValue(words.text(from, to));
        List<SlotValue> resolved = candidates.stream()
                .flatMap(candidate -> candidate.resolved().stream())
                .distinct()
                .limit(MAX_RESOLVED)
                .map(SlotValue::new)
                .toList();
        return new SlotMatch(slot, original, Optional.empty(), resolved, words.start(from), words.end(to - 1));
    }
}
