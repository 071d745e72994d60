package dev.sotto.speech.script;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts words into phrases where a speaker takes breath. The first phrase is short, for nothing is heard before an engine has
 * thought about all of it; later ones are made while the one before is heard. Mutable; confined to one thread.
 */
final class Cutter {

    private static final int FIRST_WORDS = 8;
    /** A sentence of this length stays whole even at the beginning: cut where it has no joint, it would sound broken. */
    private static final int SHORT_SENTENCE = 11;

    private static final int MOST_WORDS = 40;
    private static final int MOST_LETTERS = 300;
    private static final int LONGEST_WORD = 30;
    /** A shorter phrase is spoken with the next. */
    private static final int LEAST_WORDS = 3;

    private static final Duration AFTER_SENTENCE = Duration.ofMillis(260);
    private static final Duration AFTER_CLAUSE = Duration.ofMillis(130);
    private static final Duration WITHIN = Duration.ofMillis(20);

    /** Words that begin something new. */
    private static final Set<String> JOINTS = Set.of(
            "and", "or", "but", "because", "which", "that", "who", "when", "where", "while", "if", "so", "with",
            "without", "for", "from", "to", "in", "on", "at", "by", "of", "until", "after", "before", "than", "is",
            "are", "was", "were");

    private boolean first = true;

    /** Returns the phrases that some words are spoken in. */
    List<Phrase> cut(String words, double pace) {
        List<String> tokens = tokens(words);
        List<Phrase> phrases = new ArrayList<>();
        for (int start = 0; start < tokens.size(); ) {
            int end = end(tokens, start);
            String piece = String.join(" ", tokens.subList(start, end));
            phrases.add(new Phrase(new Saying(piece), pace, rest(piece)));
            first = false;
            start = end;
        }
        return phrases;
    }

    /** Returns where the phrase that begins at a word ends: the word after its last. */
    private int end(List<String> tokens, int start) {
        int most = most(tokens, start);
        int sentence = sentence(tokens, start);
        if (sentence - start < LEAST_WORDS && sentence < tokens.size()) {
            // "Yes." alone would be over before the next phrase is made.
            sentence = sentence(tokens, sentence);
        }
        if (sentence <= most || (first && sentence - start <= SHORT_SENTENCE && clause(tokens, start, most) < 0)) {
            return sentence;
        }
        int clause = clause(tokens, start, most);
        if (clause > 0) {
            return clause;
        }
        for (int end = most; end > start + LEAST_WORDS; end--) {
            if (JOINTS.contains(tokens.get(end).toLowerCase(Locale.ROOT))) {
                return end;
            }
        }
        return most;
    }

    private int most(List<String> tokens, int start) {
        int letters = 0;
        int end = start;
        int words = first ? FIRST_WORDS : MOST_WORDS;
        while (end < tokens.size() && end - start < words) {
            letters += tokens.get(end).length() + 1;
            if (letters > MOST_LETTERS) {
                break;
            }
            end++;
        }
        return end;
    }

    private static int sentence(List<String> tokens, int start) {
        int end = start;
        while (end < tokens.size()) {
            if (endsWith(tokens.get(end++), ".?!")) {
                break;
            }
        }
        return end;
    }

    /** Returns where the last clause ends that fits, or -1. */
    private static int clause(List<String> tokens, int start, int most) {
        for (int end = most; end > start + 1; end--) {
            if (endsWith(tokens.get(end - 1), ",.?!")) {
                return end;
            }
        }
        return -1;
    }

    private static Duration rest(String piece) {
        if (endsWith(piece, ".?!")) {
            return AFTER_SENTENCE;
        }
        return endsWith(piece, ",") ? AFTER_CLAUSE : WITHIN;
    }

    private static boolean endsWith(String word, String marks) {
        return marks.indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    private static List<String> tokens(String words) {
        List<String> tokens = new ArrayList<>();
        for (String word : words.trim().split("\\s+", -1)) {
            String left = word;
            while (left.length() > LONGEST_WORD) {
                tokens.add(left.substring(0, LONGEST_WORD));
                left = left.substring(LONGEST_WORD);
            }
            if (left.chars().anyMatch(Character::isLetter)) {
                tokens.add(left);
            }
        }
        return tokens;
    }
}
