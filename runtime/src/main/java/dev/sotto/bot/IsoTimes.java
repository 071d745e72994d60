package dev.sotto.bot;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;
import java.util.function.Function;

/** Dates, times and durations as slot values have them: ISO 8601. */
public final class IsoTimes {

    private IsoTimes() {}

    /** Returns how two of a kind stand to each other, as {@link Comparable#compareTo} does; nothing for anything else. */
    public static Optional<Integer> order(String one, String other) {
        return ordered(one, other, LocalDate::parse)
                .or(() -> ordered(one, other, LocalTime::parse))
                .or(() -> ordered(one, other, IsoTimes::length));
    }

    private static <T extends Comparable<? super T>> Optional<Integer> ordered(
            String one, String other, Function<String, T> read) {
        try {
            return Optional.of(read.apply(one).compareTo(read.apply(other)));
        } catch (DateTimeException notOfThisKind) {
            return Optional.empty();
        }
    }

    /** A duration, its months taken as thirty days and its years as 365. */
    private static Duration length(String iso) {
        int time = iso.indexOf('T');
        String days = time < 0 ? iso : iso.substring(0, time);
        Period period = days.equals("P") ? Period.ZERO : Period.parse(days);
        Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(time));
        return rest.plusDays(period.getYears() * 365L + period.getMonths() * 30L + period.getDays());
    }
}
