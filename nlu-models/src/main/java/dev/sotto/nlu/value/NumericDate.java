package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in digits: {@code 2026-11-22}, {@code 22/11/2026}, {@code 22.11.}. The locale tells whether the day or the month
 * comes first; where it does not, a date that can be read both ways is ambiguous. Immutable and safe for any thread.
 */
final class NumericDate {

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![\\p{Nd}])");
    private static final Pattern FULL =
            Pattern.compile("([0-9]{1,2})([./-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(?![\\p{Nd}])");
    private static final Pattern SHORT =
            Pattern.compile("([0-9]{1,2})(?:/([0-9]{1,2})|\\.([0-9]{1,2})\\.)(?![\\p{Nd}])");

    /** Two digits are a year of the last eighty or the next twenty. */
    private static final int YEARS_AHEAD = 20;

    private static final int CENTURY = 100;

    private enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        EITHER
    }

    /** The dates that digits may mean, the word after them. */
    record Read(List<LocalDate> dates, int end) {}

    private final Order order;

    NumericDate(Locale locale) {
        order = order(locale);
    }

    /** A locale without a country has an order if all countries of its language have the same. */
    private static Order order(Locale locale) {
        if (!locale.getCountry().isEmpty()) {
            return orderOf(locale);
        }
        List<Order> all = Arrays.stream(Locale.getAvailableLocales())
                .filter(other -> other.getLanguage().equals(locale.getLanguage()))
                .filter(other -> !other.getCountry().isEmpty())
                .map(NumericDate::orderOf)
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : Order.EITHER;
    }

    private static Order orderOf(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        int day = pattern.indexOf('d');
        int month = pattern.indexOf('M');
        boolean yearFirst = pattern.indexOf('y') < Math.min(day, month);
        return yearFirst ? Order.EITHER : day < month ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }

    /** Returns the date in digits that starts at a word. */
    Optional<Read> read(Words words, int from, LocalDate today) {
        if (words.get(from).isEmpty() || !Character.isDigit(words.get(from).charAt(0))) {
            return Optional.empty();
        }
        String text = words.textFrom(from);
        Matcher iso = ISO.matcher(text);
        if (iso.lookingAt()) {
            List<LocalDate> dates = new ArrayList<>();
            add(dates, number(iso, 1), number(iso, 2), number(iso, 3));
            return read(words, from, iso, dates);
        }
        Matcher full = FULL.matcher(text);
        if (full.lookingAt()) {
            int year = number(full, 4);
            int pivoted = full.group(4).length() == 2 ? pivoted(year, today) : year;
            return read(words, from, full, ordered(number(full, 1), number(full, 3), pivoted, today));
        }
        Matcher brief = SHORT.matcher(text);
        if (brief.lookingAt()) {
            int second = number(brief, brief.group(2) == null ? 3 : 2);
            return read(words, from, brief, ordered(number(brief, 1), second, 0, today));
        }
        return Optional.empty();
    }

    private static Optional<Read> read(Words words, int from, Matcher matcher, List<LocalDate> dates) {
        int end = words.endingAt(from, words.start(from) + matcher.end());
        return dates.isEmpty() || end < 0 ? Optional.empty() : Optional.of(new Read(dates, end));
    }

    private List<LocalDate> ordered(int first, int second, int year, LocalDate today) {
        List<LocalDate> dates = new ArrayList<>();
        if (order != Order.MONTH_FIRST) {
            add(dates, year, second, first, today);
        }
        if (order == Order.MONTH_FIRST || order == Order.EITHER || dates.isEmpty()) {
            add(dates, year, first, second, today);
        }
        if (dates.isEmpty()) {
            add(dates, year, second, first, today);
        }
        return dates.stream().distinct().toList();
    }

    private static void add(List<LocalDate> dates, int year, int month, int day, LocalDate today) {
        if (year > 0) {
            add(dates, year, month, day);
        } else {
            DateMeaning.next(today, month, day).ifPresent(dates::add);
        }
    }

    private static void add(List<LocalDate> dates, int year, int month, int day) {
        try {
            dates.add(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // No such day: not this order.
        }
    }

    private static int pivoted(int year, LocalDate today) {
        int latest = today.getYear() + YEARS_AHEAD;
        int candidate = latest - Math.floorMod(latest, CENTURY) + year;
        return candidate > latest ? candidate - CENTURY : candidate;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
