package dev.sotto.speech.graph;

import dev.sotto.speech.normalise.NumberWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns written English into the words that are spoken: lower case, no punctuation, numbers in words. */
final class SpokenText {

    /** A word of letters. */
    static final String WORD = "\\p{L}+(?:['\u2019]\\p{L}+)*";

    /** A word or a row of digits. */
    static final Pattern TOKEN = Pattern.compile(WORD + "|[0-9]+");

    private SpokenText() {}

    /** Returns the words of a text. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String token = matcher.group();
            if (Character.isDigit(token.charAt(0))) {
                words.addAll(List.of(number(token).split(" ", -1)));
            } else {
                words.add(word(token));
            }
        }
        return namingLetters(words);
    }

    /** Returns a word as words are compared. */
    static String word(String written) {
        return written.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** Letters beside each other are spelt: "a" is no article there. */
    private static List<String> namingLetters(List<String> words) {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean spelt = isLetter(words, i) && (isLetter(words, i - 1) || isLetter(words, i + 1));
            named.add(spelt ? LetterName.of(words.get(i)) : words.get(i));
        }
        return named;
    }

    private static boolean isLetter(List<String> words, int at) {
        return at >= 0 && at < words.size() && words.get(at).length() == 1;
    }

    /** Long numbers are spelt, as those of cards and telephones are. */
    private static String number(String digits) {
        boolean spelt = digits.length() > 3 || (digits.length() > 1 && digits.startsWith("0"));
        return spelt ? NumberWords.digits(digits) : NumberWords.cardinal(Integer.parseInt(digits));
    }
}
