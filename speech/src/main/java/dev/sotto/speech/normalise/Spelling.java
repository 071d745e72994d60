package dev.sotto.speech.normalise;

import java.util.Map;
import java.util.StringJoiner;

/** Text read letter by letter, or by what its signs are called. Pure functions. */
final class Spelling {

    private static final Map<Character, String> SIGNS = Map.ofEntries(
            Map.entry('@', "at"),
            Map.entry('.', "dot"),
            Map.entry('-', "dash"),
            Map.entry('_', "underscore"),
            Map.entry('/', "slash"),
            Map.entry('+', "plus"),
            Map.entry('&', "and"),
            Map.entry('#', "pound"),
            Map.entry('*', "star"),
            Map.entry('%', "percent"),
            Map.entry('$', "dollar"),
            Map.entry('=', "equals"),
            Map.entry('?', "question mark"),
            Map.entry('!', "exclamation mark"),
            Map.entry(':', "colon"),
            Map.entry(',', "comma"),
            Map.entry('~', "tilde"),
            Map.entry('\'', "apostrophe"));

    /** How many characters are said in one go. */
    private static final int GROUP = 3;

    private Spelling() {}

    /** Returns letters and digits one by one, with a short rest after every third. */
    static String characters(String text) {
        StringBuilder words = new StringBuilder();
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            String word = character(each);
            if (word.isEmpty()) {
                if (words.length() > 0 && words.charAt(words.length() - 1) != ',') {
                    words.append(',');
                }
                count = 0;
                continue;
            }
            if (count == GROUP) {
                words.append(',');
                count = 0;
            }
            if (words.length() > 0) {
                words.append(' ');
            }
            words.append(word);
            count++;
        }
        return words.toString().replaceAll(",+$", "");
    }

    /** Returns a code of letters and digits: each part of letters or of digits in one go. */
    static String code(String text) {
        return characters(text.replace('-', ' '));
    }

    /** Returns an address of mail or of a page: words as words, signs by their names, digits one by one. */
    static String address(String text) {
        StringJoiner words = new StringJoiner(" ");
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (isLetter(each)) {
                word.append(each);
                continue;
            }
            flush(word, words);
            String named = character(each);
            if (!named.isEmpty()) {
                words.add(named);
            }
        }
        flush(word, words);
        return words.toString();
    }

    private static void flush(StringBuilder word, StringJoiner words) {
        if (word.length() == 0) {
            return;
        }
        String text = word.toString();
        words.add(isPronounceable(text) ? text.toLowerCase(java.util.Locale.ROOT) : spaced(text));
        word.setLength(0);
    }

    /** Two letters, or none that is a vowel, are better spelt: {@code de}, {@code www}. */
    private static boolean isPronounceable(String word) {
        return word.length() > 2 && word.matches("(?i).*[aeiouy].*");
    }

    private static String spaced(String word) {
        StringJoiner letters = new StringJoiner(" ");
        word.toUpperCase(java.util.Locale.ROOT).chars().forEach(letter -> letters.add(Character.toString(letter)));
        return letters.toString();
    }

    private static String character(char each) {
        if (isLetter(each)) {
            return Character.toString(Character.toUpperCase(each));
        }
        return Character.isDigit(each) ? NumberWords.digits(Character.toString(each)) : SIGNS.getOrDefault(each, "");
    }

    private static boolean isLetter(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    }
}
