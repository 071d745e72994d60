package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.text.Plural;
import dev.sotto.nlu.text.Words;
import java.util.List;
import java.util.Map;

/**
 * Compares what stands around a candidate in one utterance with what stands around a slot in the author's examples.
 * Confined to one reading of one utterance for one intent.
 */
final class Surroundings {

    private static final double[] LEFT = {0, 1.2, 2.2, 2.8};
    private static final double LEFT_EDGE_ALONE = 0.4;
    private static final double RIGHT_WORD = 1.2;
    private static final double RIGHT_SLOT = 0.9;
    private static final double RIGHT_EDGE = 0.4;

    private final Words words;
    private final Carriers carriers;
    private final Map<SlotName, List<Candidate>> candidates;

    Surroundings(Words words, Carriers carriers, Map<SlotName, List<Candidate>> candidates) {
        this.words = words;
        this.carriers = carriers;
        this.candidates = candidates;
    }

    /** Returns how well what stands before a word speaks for a slot that starts there; 0 for not at all. */
    double left(SlotName slot, int from) {
        int best = 0;
        String nearest = Carriers.EDGE;
        for (List<String> before : carriers.of(slot).before()) {
            int matched = matched(before, from);
            if (matched > best) {
                best = matched;
                nearest = before.get(0);
            }
        }
        if (best == 1) {
            return nearest.equals(Carriers.EDGE)
                    ? LEFT_EDGE_ALONE
                    : LEFT[1] * (0.4 + 0.6 * carriers.pull(nearest, slot));
        }
        return LEFT[best];
    }

    /** Returns whether any word or slot next to a candidate is one that stands there in an example. */
    boolean isCarried(SlotName slot, Candidate candidate) {
        return left(slot, candidate.from()) > LEFT_EDGE_ALONE || right(slot, candidate.to()) > RIGHT_EDGE;
    }

    /** Returns how well what stands behind speaks for a slot that ends before this word. */
    double right(SlotName slot, int to) {
        int next = nextWord(to);
        double best = 0;
        for (String behind : carriers.of(slot).behind()) {
            if (behind.equals(Carriers.EDGE)) {
                best = Math.max(best, next >= words.size() ? RIGHT_EDGE : 0);
            } else if (behind.startsWith("{")) {
                best = Math.max(best, startsSlot(behind, next) ? RIGHT_SLOT : 0);
            } else if (next < words.size() && Plural.stem(words.get(next)).equals(behind)) {
                best = Math.max(best, RIGHT_WORD);
            }
        }
        return best;
    }

    private int matched(List<String> before, int from) {
        int at = previousWord(from - 1);
        int matched = 0;
        for (String key : before) {
            if (key.equals(Carriers.EDGE)) {
                return at < 0 ? matched + 1 : matched;
            }
            int start = key.startsWith("{") ? startOfSlotEndingAt(key, at + 1) : at;
            boolean same = key.startsWith("{")
                    ? start >= 0
                    : at >= 0 && Plural.stem(words.get(at)).equals(key);
            if (!same) {
                return matched;
            }
            matched++;
            at = previousWord(start - 1);
        }
        return matched;
    }

    private int previousWord(int at) {
        int previous = at;
        while (previous >= 0 && !words.isWord(previous)) {
            previous--;
        }
        return previous;
    }

    private int nextWord(int at) {
        int next = at;
        while (next < words.size() && !words.isWord(next)) {
            next++;
        }
        return next;
    }

    private boolean startsSlot(String key, int at) {
        return candidatesOf(key).stream()
                .anyMatch(c -> c.from() == at || (c.from() == at - 1 && !words.isWord(at - 1)));
    }

    private int startOfSlotEndingAt(String key, int end) {
        for (Candidate candidate : candidatesOf(key)) {
            if (candidate.to() == end) {
                return candidate.from();
            }
        }
        return -1;
    }

    private List<Candidate> candidatesOf(String key) {
        for (Map.Entry<SlotName, List<Candidate>> entry : candidates.entrySet()) {
            if (Carriers.key(entry.getKey()).equals(key)) {
                return entry.getValue();
            }
        }
        return List.of();
    }
}
