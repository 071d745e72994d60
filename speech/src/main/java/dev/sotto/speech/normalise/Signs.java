package dev.sotto.speech.normalise;

import java.util.regex.Pattern;

/** What is left of signs once figures are words: some have names, some are rests, most are silent. Pure functions. */
final class Signs {

    private static final Pattern PRESSED_POUND = Pattern.compile("(?i)(\\b(?:press|hit|then|or|and|key|dial)\\s+)#");
    private static final Pattern PRESSED_STAR = Pattern.compile("(?i)(\\b(?:press|hit|then|or|and|key|dial)\\s+)\\*");
    private static final Pattern INITIALS = Pattern.compile("\\b([A-Z]{1,3})&([A-Z]{1,3})\\b");
    private static final Pattern EITHER = Pattern.compile("(?<=[A-Za-z])\\s?/\\s?(?=[A-Za-z])");
    private static final Pattern RESTS = Pattern.compile("\\s-+\\s|--+|[;:(){}\\[\\]|]|\"(?=\\s|$)|\\.{2,}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern SILENT = Pattern.compile("[^A-Za-z' ,.?!\\x80-\\uffff]");
    private static final Pattern LONE_QUOTE = Pattern.compile("(?<![A-Za-z])'|'(?![A-Za-z])");
    private static final Pattern OWNED_BY_MANY = Pattern.compile("(?<=[sS])'(?=\\s)");
    private static final Pattern INNER_DOT = Pattern.compile("\\.(?=[A-Za-z0-9])");

    private Signs() {}

    /** Returns text with words for those signs that have some. */
    static String words(String text) {
        String named = PRESSED_POUND.matcher(text).replaceAll("$1pound");
        named = PRESSED_STAR.matcher(named).replaceAll("$1star");
        named = INITIALS.matcher(named).replaceAll("$1 and $2");
        named = EITHER.matcher(named.replace("and/or", "and or")).replaceAll(" or ");
        named = named.replace("&", " and ")
                .replace("@", " at ")
                .replace("+", " plus ")
                .replace("=", " equals ")
                .replace("%", " percent ")
                .replace("$", " dollars ")
                .replace("<", " less than ")
                .replace(">", " greater than ")
                .replace("~", " about ");
        // Digits within a word, such as in "a1b", that no rule took.
        named = DIGITS.matcher(named).replaceAll(found -> " " + NumberWords.digits(found.group()) + " ");
        named = RESTS.matcher(named).replaceAll(", ");
        named = named.replace('-', ' ').replace('_', ' ').replace('/', ' ');
        return SILENT.matcher(named).replaceAll(" ");
    }

    /** Returns text with single spaces, and punctuation only where a word ends. */
    static String tidy(String text) {
        String tidy = OWNED_BY_MANY.matcher(text).replaceAll("");
        tidy = LONE_QUOTE.matcher(tidy).replaceAll(" ");
        tidy = INNER_DOT.matcher(tidy).replaceAll(" ");
        tidy = tidy.replaceAll("\\s+", " ")
                .replaceAll(" ?([,.?!])", "$1")
                .replaceAll("[,.?!]*([?!])[,.?!]*", "$1")
                .replaceAll(",*\\.[,.]*", ".")
                .replaceAll(",{2,}", ",")
                .replaceAll("([,.?!])(?=[A-Za-z])", "$1 ")
                .replaceAll("^[ ,.]+|[, ]+$", "");
        return tidy.trim();
    }
}
