package dev.sotto.nlu.value;

import dev.sotto.nlu.value.Phrasebook.Match;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * What phrases for dates mean, reckoned from a day. A day without a year is the next there is, today included; a week,
 * month or year to come is its last day, one that runs or is past its first, as in Lex V2.
 */
final class DateMeaning {

    private static final int DAY = 1;
    private static final int WEEK = 7;
    private static final int FORTNIGHT = 14;
    private static final int MONTH = 30;

    /** A leap day is at most eight years away. */
    private static final int YEARS_TRIED = 8;

    /** Days on which a day of the month and of the week meet are found within a few years. */
    private static final int MONTHS_TRIED = 48;

    private static final int FARTHEST = 100_000;

    private final LocalDate today;

    DateMeaning(LocalDate today) {
        this.today = today;
    }

    /** Returns the days that a phrase may mean; none if there is no such day. */
    List<LocalDate> of(Match match) {
        try {
            return meaning(match);
        } catch (DateTimeException | ArithmeticException e) {
            return List.of();
        }
    }

    private List<LocalDate> meaning(Match match) {
        int given = match.argument(1, 0);
        return switch (match.word()) {
            case "day" -> List.of(today.plusDays(given));
            case "weekday" -> List.of(coming(match).plusWeeks(given));
            case "next-weekday" -> nextWeekday(match);
            case "last-weekday" -> List.of(today.with(TemporalAdjusters.previous(weekday(match))));
            case "in" -> moved(match, 1);
            case "ago" -> moved(match, -1);
            case "period" -> List.of(period(match.hole("unit", 0), given));
            case "end" -> List.of(end(begin(match.hole("unit", 0), given), match.hole("unit", 0)));
            case "begin" -> List.of(begin(match.hole("unit", 0), given));
            case "day-of-month" -> dayOfMonth(match);
            case "day-of-month-from" ->
                List.of(YearMonth.from(today).plusMonths(given).atDay(day(match)));
            case "date" -> date(match);
            case "month" -> List.of(month(match));
            case "year" -> List.of(turned(LocalDate.of(match.hole("y", 0), 1, 1), ChronoUnit.YEARS));
            case "fixed" -> next(today, given, match.argument(2, 1)).stream().toList();
            default -> List.of();
        };
    }

    /** Returns the next day of that date, today included. */
    static Optional<LocalDate> next(LocalDate today, int month, int day) {
        for (int year = today.getYear(); year <= today.getYear() + YEARS_TRIED; year++) {
            boolean exists = month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= YearMonth.of(year, month).lengthOfMonth();
            if (exists && !LocalDate.of(year, month, day).isBefore(today)) {
                return Optional.of(LocalDate.of(year, month, day));
            }
        }
        return Optional.empty();
    }

    private static DayOfWeek weekday(Match match) {
        return DayOfWeek.of(match.hole("weekday", 1));
    }

    private static int day(Match match) {
        return match.hole("d", match.hole("o", 0));
    }

    private LocalDate coming(Match match) {
        return today.with(TemporalAdjusters.nextOrSame(weekday(match)));
    }

    /** "Next Friday" said on a Tuesday is one of two days; said on a Saturday there is no doubt. */
    private List<LocalDate> nextWeekday(Match match) {
        LocalDate next = today.with(TemporalAdjusters.next(weekday(match)));
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return next.isAfter(sunday) ? List.of(next) : List.of(next, next.plusWeeks(1));
    }

    private List<LocalDate> moved(Match match, int sign) {
        int count = match.hole("n", 1);
        int unit = match.hole("unit", DAY);
        if (count > FARTHEST) {
            return List.of();
        }
        long by = (long) sign * count;
        LocalDate moved = switch (unit) {
            case DAY, WEEK, FORTNIGHT -> today.plusDays(by * unit);
            case MONTH -> today.plusMonths(by);
            default -> today.plusYears(by);
        };
        return moved.getYear() > 9999 || moved.getYear() < 1 ? List.of() : List.of(moved);
    }

    private LocalDate begin(int unit, int away) {
        return switch (unit) {
            case DAY -> today.plusDays(away);
            case WEEK, FORTNIGHT ->
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(away);
            case MONTH -> today.withDayOfMonth(1).plusMonths(away);
            default -> today.withDayOfYear(1).plusYears(away);
        };
    }

    private static LocalDate end(LocalDate begin, int unit) {
        return switch (unit) {
            case DAY -> begin;
            case WEEK, FORTNIGHT -> begin.plusDays(WEEK - 1L);
            case MONTH -> begin.with(TemporalAdjusters.lastDayOfMonth());
            default -> begin.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    private LocalDate period(int unit, int away) {
        LocalDate begin = begin(unit, away);
        return away > 0 ? end(begin, unit) : begin;
    }

    private LocalDate turned(LocalDate begin, ChronoUnit unit) {
        return begin.isAfter(today) ? begin.plus(1, unit).minusDays(1) : begin;
    }

    private LocalDate month(Match match) {
        int month = match.hole("month", 1);
        int year = today.getYear() + (month < today.getMonthValue() ? 1 : 0);
        return turned(LocalDate.of(match.hole("y", year), month, 1), ChronoUnit.MONTHS);
    }

    private List<LocalDate> dayOfMonth(Match match) {
        int day = day(match);
        for (int away = 0; away < MONTHS_TRIED; away++) {
            YearMonth month = YearMonth.from(today).plusMonths(away);
            boolean exists = day <= month.lengthOfMonth() && !month.atDay(day).isBefore(today);
            if (exists && (!match.has("weekday") || month.atDay(day).getDayOfWeek() == weekday(match))) {
                return List.of(month.atDay(day));
            }
        }
        return List.of();
    }

    private List<LocalDate> date(Match match) {
        int month = match.hole("month", match.hole("o2", 0));
        int day = day(match);
        if (match.has("y")) {
            return List.of(LocalDate.of(match.hole("y", 0), month, day));
        }
        return next(today, month, day).stream().toList();
    }
}
