package dev.sotto.speech.normalise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that are written shorter than they are spoken. Pure functions. */
final class Abbreviations {

    private static final Map<String, String> DOTTED = new LinkedHashMap<>();

    static {
        String[] pairs = {
            "mr",
            "Mister",
            "mrs",
            "Missus",
            "ms",
            "Miz",
            "dr",
            "Doctor",
            "prof",
            "Professor",
            "jr",
            "junior",
            "sr",
            "senior",
            "vs",
            "versus",
            "etc",
            "et cetera",
            "approx",
            "approximately",
            "inc",
            "incorporated",
            "ltd",
            "limited",
            "corp",
            "corporation",
            "co",
            "company",
            "dept",
            "department",
            "est",
            "established",
            "ave",
            "avenue",
            "rd",
            "road",
            "blvd",
            "boulevard",
            "apt",
            "apartment",
            "bldg",
            "building",
            "hwy",
            "highway",
            "mt",
            "mount",
            "ext",
            "extension",
            "tel",
            "telephone",
            "no",
            "number",
            "nos",
            "numbers",
            "fig",
            "figure",
            "max",
            "maximum",
            "min",
            "minimum",
            "incl",
            "including",
            "excl",
            "excluding",
            "avg",
            "average",
            "acct",
            "account",
            "appt",
            "appointment",
            "jan",
            "January",
            "feb",
            "February",
            "mar",
            "March",
            "apr",
            "April",
            "jun",
            "June",
            "jul",
            "July",
            "aug",
            "August",
            "sep",
            "September",
            "sept",
            "September",
            "oct",
            "October",
            "nov",
            "November",
            "dec",
            "December",
            "mon",
            "Monday",
            "tue",
            "Tuesday",
            "tues",
            "Tuesday",
            "wed",
            "Wednesday",
            "thu",
            "Thursday",
            "thur",
            "Thursday",
            "thurs",
            "Thursday",
            "fri",
            "Friday",
            "sat",
            "Saturday",
            "sun",
            "Sunday",
            "ft",
            "feet",
            "hr",
            "hour",
            "hrs",
            "hours",
            "mins",
            "minutes",
            "lb",
            "pound",
            "lbs",
            "pounds",
            "oz",
            "ounces"
        };
        for (int i = 0; i < pairs.length; i += 2) {
            DOTTED.put(pairs[i], pairs[i + 1]);
        }
    }

    /** These are words of their own when a sentence ends with them. */
    private static final Pattern ONLY_BEFORE_NUMBER =
            Pattern.compile("(?i)no|nos|fig|min|max|mar|sun|sat|mon|wed|sat|apt|dec|co|est|mt|ext|jun|in|sep");

    private static final Pattern WORD = Pattern.compile("(?<word>[A-Za-z]{2,6})\\.(?=(?<gap>\\s*)(?<next>.?))");
    private static final Pattern LATIN = Pattern.compile("(?i)(?<eg>e\\.\\s?g\\.,?)|(?<ie>i\\.\\s?e\\.,?)");
    private static final Pattern STREET = Pattern.compile("St\\.(?=(?<next>\\s+[A-Z])?)");
    private static final Pattern DOTTED_LETTERS = Pattern.compile("(?:[A-Za-z]\\.){2,6}");

    private Abbreviations() {}

    /** Reads what begins at a place, if it is an abbreviation. */
    static Optional<Found> at(String text, int start) {
        Matcher latin = LATIN.matcher(text).region(start, text.length());
        if (latin.lookingAt()) {
            return Optional.of(new Found(latin.group("eg") != null ? "for example," : "that is,", latin.end()));
        }
        Matcher street = STREET.matcher(text).region(start, text.length());
        street.useTransparentBounds(true);
        if (street.lookingAt()) {
            boolean saint = street.group("next") != null && !followsName(text, start);
            return Optional.of(new Found(saint ? "Saint" : "Street", street.end()));
        }
        Matcher letters = DOTTED_LETTERS.matcher(text).region(start, text.length());
        if (letters.lookingAt()) {
            return Optional.of(new Found(
                    Spelling.characters(letters.group().replace(".", "")).replace(",", ""), letters.end()));
        }
        return dotted(text, start);
    }

    private static Optional<Found> dotted(String text, int start) {
        Matcher word = WORD.matcher(text).region(start, text.length());
        if (!word.lookingAt()) {
            return Optional.empty();
        }
        String written = word.group("word");
        String words = DOTTED.get(written.toLowerCase(java.util.Locale.ROOT));
        String next = word.group("next");
        boolean number = !next.isEmpty() && (Character.isDigit(next.charAt(0)) || next.equals("#"));
        if (words == null || (ONLY_BEFORE_NUMBER.matcher(written).matches() && !number && !isName(written, next))) {
            return Optional.empty();
        }
        return Optional.of(new Found(words, word.end()));
    }

    /** A shortened name of a day or month begins with a capital and something goes on behind it. */
    private static boolean isName(String written, String next) {
        return Character.isUpperCase(written.charAt(0))
                && !next.isEmpty()
                && (Character.isLowerCase(next.charAt(0)) || next.equals(","));
    }

    private static boolean followsName(String text, int start) {
        int end = start;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return begin < end && Character.isUpperCase(text.charAt(begin));
    }

    /**
     * What was found.
     *
     * @param end where the rest of the text begins
     */
    record Found(String words, int end) {}
}
