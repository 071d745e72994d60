package dev.sotto.nlu.slot;

import dev.sotto.nlu.text.Fold;
import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What people say around a value out of politeness or habit, in one language. Immutable and safe for any thread. */
final class Phrases {

    private static final int LONGEST = 5;

    private final Map<String, Set<String>> byPurpose = new HashMap<>();

    Phrases(Locale locale) {
        for (String line :
                LanguageResource.lines(Phrases.class, "phrases", locale).orElse(List.of())) {
            int colon = line.indexOf(':');
            Set<String> phrases = byPurpose.computeIfAbsent(line.substring(0, colon), purpose -> new HashSet<>());
            for (String phrase : line.substring(colon + 1).split(",", -1)) {
                phrases.add(Fold.fold(phrase.trim()));
            }
        }
    }

    /** Returns the first word of the value proper. */
    int skipBefore(Words words) {
        int at = 0;
        while (at < words.size()) {
            int length = startingAt(words, at, "before");
            if (length == 0 && words.isWord(at)) {
                return at;
            }
            at += Math.max(1, length);
        }
        return at;
    }

    /** Returns the word after the last of the value proper. */
    int skipAfter(Words words, int from) {
        int at = words.size();
        while (at > from) {
            int length = endingAt(words, from, at);
            if (length == 0 && words.isWord(at - 1)) {
                return at;
            }
            at -= Math.max(1, length);
        }
        return at;
    }

    /** Returns whether a polite phrase starts here. */
    boolean endsValue(Words words, int at) {
        return startingAt(words, at, "after") > 0;
    }

    boolean isArticle(Words words, int at) {
        return at < words.size() && of("article").contains(words.get(at));
    }

    /** Returns whether a word is one with a verb drawn into it, such as "it's", and no owner. */
    boolean isContraction(Words words, int at) {
        return of("contraction").contains(words.get(at));
    }

    /** Returns whether a phrase that takes something back lies between two words. */
    boolean corrects(Words words, int from, int to) {
        for (int at = from; at < to; at++) {
            if (startingAt(words, at, "correction") > 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many words of a phrase that stands between several values start here: a comma, "and". */
    int separates(Words words, int at) {
        int length = words.is(at, ",") || words.is(at, ";") || words.is(at, "&") ? 1 : 0;
        int behind = startingAt(words, at + length, "separator");
        return length + behind;
    }

    /** Returns whether all the words only stand in for a value: "someone", "it". */
    boolean isNothing(Words words, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!of("nothing").contains(words.get(at))) {
                return false;
            }
        }
        return true;
    }

    private int startingAt(Words words, int at, String purpose) {
        for (int length = Math.min(LONGEST, words.size() - at); length > 0; length--) {
            if (of(purpose).contains(join(words, at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    private int endingAt(Words words, int from, int at) {
        for (int length = Math.min(LONGEST, at - from); length > 0; length--) {
            if (of("after").contains(join(words, at - length, at))) {
                return length;
            }
        }
        return 0;
    }

    private Set<String> of(String purpose) {
        return byPurpose.getOrDefault(purpose, Set.of());
    }

    private static String join(Words words, int from, int to) {
        if (to == from + 1) {
            return words.get(from);
        }
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < to; i++) {
            joined.append(i > from ? " " : "").append(words.get(i));
        }
        return joined.toString();
    }
}
