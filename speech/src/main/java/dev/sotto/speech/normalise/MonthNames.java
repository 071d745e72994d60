package dev.sotto.speech.normalise;

import static dev.sotto.speech.normalise.Rule.group;

import java.util.Optional;
import java.util.regex.Matcher;

/** Dates with the month as a word. Pure functions. */
final class MonthNames {

    /** For regular expressions. */
    static final String ALL = "January|February|March|April|May|June|July|August|September|October|November|December";

    private static final int MOST_DAYS = 31;

    private MonthNames() {}

    static Optional<String> monthDay(Matcher found) {
        return words(found).map(day -> day + year(found, ", "));
    }

    static Optional<String> dayMonth(Matcher found) {
        return words(found).map(day -> day + year(found, ", "));
    }

    static Optional<String> monthYear(Matcher found) {
        return DateWords.month(found.group("month")).map(month -> DateWords.monthName(month) + year(found, " "));
    }

    private static Optional<String> words(Matcher found) {
        int day = Integer.parseInt(found.group("d"));
        return day < 1 || day > MOST_DAYS
                ? Optional.empty()
                : DateWords.month(found.group("month")).map(month -> DateWords.day(month, day));
    }

    private static String year(Matcher found, String separator) {
        String year = group(found, "y");
        return year.isEmpty() ? "" : separator + NumberWords.year(Integer.parseInt(year));
    }
}
