package dev.sotto.nlu.value;

import dev.sotto.nlu.Answer;
import dev.sotto.nlu.text.Fold;
import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in type {@code yes-no}, and answers to questions for confirmation. Resolves as Lex V2 does, to {@code Yes}
 * or {@code No}. What commands something else ("cancel that") or takes something back ("yes but") is neither.
 */
public final class YesNoParser implements ValueParser {

    private enum Role {
        YES,
        NO,
        MAYBE,
        UNKNOWN,
        NEITHER,
        FILLER,
        BUT,
        /** A word that is in no list. */
        OTHER
    }

    private static final int LONGEST_PHRASE = 5;

    private final Map<String, Role> phrases = new HashMap<>();

    public YesNoParser(Locale locale) {
        for (String line :
                LanguageResource.lines(YesNoParser.class, "answers", locale).orElse(List.of())) {
            int colon = line.indexOf(':');
            Role role = Role.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
            for (String phrase : line.substring(colon + 1).split(",", -1)) {
                phrases.put(Fold.fold(phrase.trim()), role);
            }
        }
    }

    /** Returns how people say yes and no in a language, in lower case; none if it is not known. */
    public static List<String> phrases(Locale locale) {
        Map<String, Role> phrases = new YesNoParser(locale).phrases;
        return phrases.entrySet().stream()
                .filter(phrase -> phrase.getValue() == Role.YES || phrase.getValue() == Role.NO)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        if (occasion != Occasion.ASKED || from != 0) {
            return Optional.empty();
        }
        return switch (answer(spoken.words())) {
            case YES -> Optional.of(FoundValue.of(0, spoken.tokens().size(), "Yes"));
            case NO -> Optional.of(FoundValue.of(0, spoken.tokens().size(), "No"));
            case UNCLEAR -> Optional.empty();
        };
    }

    /** Returns what an utterance says to a question for yes or no. */
    public Answer answer(Words words) {
        return tally(words).judge();
    }

    /** Returns what Lex V2 calls an answer that is neither yes nor no, if it is one of those. */
    Optional<String> undecided(Words words) {
        Tally tally = tally(words);
        if (tally.yes + tally.no + tally.other > 0 || tally.maybe + tally.unknown == 0) {
            return Optional.empty();
        }
        return Optional.of(tally.unknown > 0 ? "Don't know" : "Maybe");
    }

    /** Returns whether an utterance says yes or no and nothing besides: then it is no wish of any other kind. */
    public boolean isOnlyAnswer(Words words) {
        Tally tally = tally(words);
        return tally.other == 0 && tally.judge() != Answer.UNCLEAR;
    }

    private Tally tally(Words words) {
        Tally tally = new Tally();
        for (int at = 0; at < words.size(); ) {
            int length = words.isWord(at) ? longestPhrase(words, at) : 0;
            if (words.isWord(at)) {
                tally.count(length == 0 ? Role.OTHER : phrases.getOrDefault(phrase(words, at, length), Role.OTHER));
            }
            at += Math.max(1, length);
        }
        return tally;
    }

    /** What an utterance is made of. Confined to one call. */
    private static final class Tally {

        private int yes;
        private int no;
        private int maybe;
        private int unknown;
        private int neither;
        private int other;
        private boolean answersFirst;

        void count(Role role) {
            switch (role) {
                case YES -> yes++;
                case NO -> no++;
                case MAYBE -> {
                    maybe++;
                    neither++;
                }
                case UNKNOWN -> {
                    unknown++;
                    neither++;
                }
                case NEITHER, BUT -> neither++;
                case OTHER -> other++;
                case FILLER -> {}
            }
            answersFirst |= other == 0 && yes + no > 0;
        }

        /** Words of no list are let pass only behind an answer: "yes to my sister", "no make it ten". */
        Answer judge() {
            boolean both = yes > 0 && no > 0;
            if (neither > 0 || both || yes + no == 0 || (other > 0 && !answersFirst)) {
                return Answer.UNCLEAR;
            }
            return yes > 0 ? Answer.YES : Answer.NO;
        }
    }

    private int longestPhrase(Words words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            if (phrases.containsKey(phrase(words, at, length))) {
                return length;
            }
        }
        return 0;
    }

    private static String phrase(Words words, int at, int length) {
        if (length == 1) {
            return words.get(at);
        }
        StringBuilder phrase = new StringBuilder();
        for (int i = at; i < at + length; i++) {
            phrase.append(i > at ? " " : "").append(words.get(i));
        }
        return phrase.toString();
    }
}
