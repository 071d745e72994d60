package dev.sotto.speech.graph;

import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.normalise.AsciiFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** Looks at written words with the question whether somebody can be heard to say them. Needs no dictionary. Pure functions. */
public final class SpokenWords {

    /**
     * Words of a text that cannot be heard.
     *
     * @param offset where it begins, in code units
     * @param text as it is written
     */
    public record Unheard(int offset, String text) {}

    private SpokenWords() {}

    /** Returns the words of a text that no pronunciation can be made for; all of the text if it has no words. */
    public static List<Unheard> unheard(String text, Lexicon own) {
        if (isPlain(text)) {
            return List.of();
        }
        List<Unheard> unheard = new ArrayList<>();
        boolean any = false;
        Matcher tokens = SpokenText.TOKEN.matcher(text);
        while (tokens.find()) {
            any = true;
            if (!Character.isDigit(tokens.group().charAt(0)) && !canBeHeard(SpokenText.word(tokens.group()), own)) {
                unheard.add(new Unheard(tokens.start(), tokens.group()));
            }
        }
        return any ? List.copyOf(unheard) : List.of(new Unheard(0, text));
    }

    /** Returns the different words of some texts, as a lexicon has them. */
    public static Set<String> of(List<String> texts) {
        Set<String> words = new TreeSet<>();
        texts.forEach(text -> words.addAll(SpokenText.words(text)));
        return words;
    }

    /** Returns how many different words somebody could say to a bot. */
    public static int count(TrainingSet bot, Lexicon own) {
        Predicate<String> canBeHeard = word -> canBeHeard(word, own);
        return BotGrammar.of(bot, canBeHeard).wordCount();
    }

    /** Returns whether a word has a pronunciation, or one can be made from its letters. */
    private static boolean canBeHeard(String word, Lexicon own) {
        return !own.of(word).isEmpty() || !letters(word).isEmpty();
    }

    /** Returns the letters a to z that a word in lower case is guessed by; none if some of its letters are of another script. */
    static String letters(String word) {
        String plain = AsciiFold.word(word);
        return plain.indexOf(' ') < 0 ? plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") : "";
    }

    private static boolean isPlain(String text) {
        boolean any = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 0x80) {
                return false;
            }
            any |= Character.isLetterOrDigit(c);
        }
        return any;
    }
}
