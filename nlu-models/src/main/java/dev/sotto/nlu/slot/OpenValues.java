package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.slot.Candidate.Support;
import dev.sotto.nlu.text.Plural;
import dev.sotto.nlu.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds values that no list can hold, such as names, by the author's words around them. Confined to one reading of one
 * utterance for one intent.
 */
final class OpenValues {

    private static final double AT_END = 0.7;
    private static final double CUT_SHORT = -0.6;
    private static final double AUTHORS_WORD = -0.8;
    private static final double NEW_WORD = 0.2;
    private static final double NAME = 0.4;

    /** For "Maria" in "Maria's salary", whatever stands before it. */
    private static final double OWNER = 1.4;

    private final Words words;
    private final Carriers carriers;
    private final Phrases phrases;
    private final Surroundings around;
    private final List<Candidate> typed;

    /** @param typed candidates of all other types, which no open value runs over */
    OpenValues(Words words, Carriers carriers, Phrases phrases, Surroundings around, List<Candidate> typed) {
        this.words = words;
        this.carriers = carriers;
        this.phrases = phrases;
        this.around = around;
        this.typed = typed;
    }

    /** Returns every stretch of words that may be the slot's value, with its score. */
    List<Scored> find(SlotName slot) {
        List<Scored> found = new ArrayList<>();
        int longest = carriers.of(slot).longest();
        for (int from = 0; from < words.size(); from++) {
            if (leads(slot, from)) {
                continue;
            }
            double left = words.isWord(from) ? around.left(slot, from) : 0;
            double inside = 0;
            for (int to = from + 1; to <= words.size() && to - from <= longest && isInside(to - 1); to++) {
                inside += inside(to - 1);
                boolean carried = left > 0 || (owns(to) && (to == from + 1 || isCapital(from)));
                if (carried && !phrases.isNothing(words, from, to) && !isAuthors(from, to)) {
                    Candidate candidate = new Candidate(from, to, List.of(), Support.OPEN);
                    found.add(new Scored(slot, candidate, left + inside + right(slot, to)));
                }
            }
        }
        return found;
    }

    /** An author's word that leads to the slot is no part of its value: "is" in "what is John's salary". */
    private boolean leads(SlotName slot, int at) {
        return carriers.isPlain(Plural.stem(words.get(at))) && around.left(slot, at + 1) > 0;
    }

    /** "A program" is no program's name if the author says it beside the slot. */
    private boolean isAuthors(int from, int to) {
        for (int at = from; at < to; at++) {
            boolean plain = carriers.isPlain(Plural.stem(words.get(at)));
            if (!plain && !phrases.isNothing(words, at, at + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInside(int at) {
        return words.isWord(at)
                && !phrases.endsValue(words, at)
                && typed.stream().noneMatch(c -> c.from() <= at && at < c.to());
    }

    private double inside(int at) {
        String stem = Plural.stem(words.get(at));
        return (carriers.isPlain(stem) ? AUTHORS_WORD : NEW_WORD) + (at > 0 && isCapital(at) ? NAME : 0);
    }

    private boolean isCapital(int at) {
        return Character.isUpperCase(words.text(at, at + 1).codePointAt(0));
    }

    /** Returns whether a value that ends before this word owns what the author speaks of. */
    private boolean owns(int to) {
        return Matches.isPossessive(words, to)
                && !phrases.isContraction(words, to - 1)
                && carriers.isPlain(Plural.stem(words.get(to)));
    }

    private double right(SlotName slot, int to) {
        double seen = Math.max(around.right(slot, to), owns(to) ? OWNER : 0);
        boolean ends = to >= words.size() || !isInside(to);
        if (ends) {
            return Math.max(seen, AT_END);
        }
        return Math.max(seen, carriers.isPlain(Plural.stem(words.get(to))) ? 0 : CUT_SHORT);
    }
}
