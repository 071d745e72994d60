package dev.sotto.speech.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** English words for dates and times of day. Pure functions. */
final class DateWords {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final int CENTURY = 2_000;

    private DateWords() {}

    /** Returns the month that a name or its first three letters mean, 1 to 12. */
    static Optional<Integer> month(String name) {
        String start = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size() && start.length() >= 3; i++) {
            if (MONTHS.get(i).toLowerCase(Locale.ROOT).startsWith(start.substring(0, 3))) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    /** Returns a whole date, or nothing if there is none such. */
    static Optional<String> date(int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return Optional.of(day(date.getMonthValue(), date.getDayOfMonth()) + ", " + NumberWords.year(year));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns a day of a month: {@code May third}. */
    static String day(int month, int day) {
        return MONTHS.get(month - 1) + " " + NumberWords.ordinal(day);
    }

    static String monthName(int month) {
        return MONTHS.get(month - 1);
    }

    /** Returns the year that its last two digits mean: within this century, or near the end of the last. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 70 ? CENTURY + year : CENTURY - 100 + year;
    }

    /**
     * Returns a time of day: {@code five oh five P M}, {@code ten o'clock}, {@code seventeen thirty}.
     *
     * @param half {@code am}, {@code pm} or nothing
     */
    static Optional<String> time(int hour, int minute, String half) {
        if (hour > 24 || minute > 59 || (!half.isEmpty() && (hour > 12 || hour == 0))) {
            return Optional.empty();
        }
        String suffix = half.isEmpty() ? "" : half.toLowerCase(Locale.ROOT).startsWith("a") ? " A M" : " P M";
        String words = NumberWords.cardinal(hour);
        if (minute > 0) {
            return Optional.of(words + " " + (minute < 10 ? "oh " : "") + NumberWords.cardinal(minute) + suffix);
        }
        if (!suffix.isEmpty()) {
            return Optional.of(words + suffix);
        }
        return Optional.of(hour > 12 || hour == 0 ? words + " hundred hours" : words + " o'clock");
    }
}
