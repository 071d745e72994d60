package dev.sotto.speech.normalise;

import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Dates with the month as a number.
 *
 * @param dayFirst whether 5/12 is in December
 */
record Numeric(boolean dayFirst) {

    static Optional<String> isoDate(Matcher found) {
        return DateWords.date(number(found, "y"), number(found, "m"), number(found, "d"));
    }

    static Optional<String> moment(Matcher found) {
        return isoDate(found)
                .flatMap(date -> DateWords.time(number(found, "h"), number(found, "min"), "")
                        .map(time -> date + ", at " + time));
    }

    static Optional<String> dayFirst(Matcher found) {
        return DateWords.date(number(found, "y"), number(found, "b"), number(found, "a"));
    }

    /** If it cannot be the one it is the other. */
    Optional<String> date(Matcher found) {
        int year = DateWords.year(found.group("y"));
        int first = number(found, "a");
        int second = number(found, "b");
        Optional<String> usual = dayFirst ? DateWords.date(year, second, first) : DateWords.date(year, first, second);
        return usual.or(() -> dayFirst ? DateWords.date(year, first, second) : DateWords.date(year, second, first));
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
