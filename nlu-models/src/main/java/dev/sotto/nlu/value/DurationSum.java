package dev.sotto.nlu.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/** A length of time that is added up unit by unit. Confined to one call. */
final class DurationSum {

    /** More than anybody means, and small enough for any reader of ISO 8601. */
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999);

    private static final int SECOND_DIGITS = 3;

    private enum Unit {
        YEARS(31_536_000, "Y"),
        MONTHS(2_592_000, "M"),
        WEEKS(604_800, "W"),
        DAYS(86_400, "D"),
        HOURS(3_600, "H"),
        MINUTES(60, "M"),
        SECONDS(1, "S");

        private final int seconds;
        private final String letter;

        Unit(int seconds, String letter) {
            this.seconds = seconds;
            this.letter = letter;
        }
    }

    private final Map<Unit, BigDecimal> parts = new EnumMap<>(Unit.class);

    /**
     * Adds an amount of a unit. Of a part of a unit the next smaller one is counted: half an hour is 30 minutes.
     *
     * @param seconds what tells the unit, a month having 30 days and a year 365
     * @return whether it could be added
     */
    boolean add(BigDecimal amount, int seconds) {
        BigDecimal rest = amount.multiply(BigDecimal.valueOf(seconds));
        boolean started = false;
        if (amount.compareTo(MOST) > 0) {
            return false;
        }
        for (Unit unit : Unit.values()) {
            started |= unit.seconds <= seconds;
            boolean skipped = !started || (unit == Unit.WEEKS && unit.seconds != seconds) || rest.signum() == 0;
            if (skipped) {
                continue;
            }
            BigDecimal length = lengthOf(unit, seconds);
            boolean last = unit == Unit.SECONDS;
            BigDecimal count =
                    last ? rest.setScale(SECOND_DIGITS, RoundingMode.HALF_UP) : rest.divideToIntegralValue(length);
            if (count.signum() > 0) {
                parts.merge(unit, count, BigDecimal::add);
                rest = rest.subtract(count.multiply(length));
            }
        }
        return true;
    }

    /** Half a year is six months, though they have five days less than it. */
    private static BigDecimal lengthOf(Unit unit, int seconds) {
        boolean monthOfYear = unit == Unit.MONTHS && seconds == Unit.YEARS.seconds;
        return monthOfYear
                ? BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(12), 0, RoundingMode.DOWN)
                : BigDecimal.valueOf(unit.seconds);
    }

    /** Returns the sum in ISO 8601. Weeks stand alone or become days. */
    String iso() {
        if (parts.containsKey(Unit.WEEKS) && parts.size() > 1) {
            BigDecimal days = parts.getOrDefault(Unit.WEEKS, BigDecimal.ZERO).multiply(BigDecimal.valueOf(7));
            parts.remove(Unit.WEEKS);
            parts.merge(Unit.DAYS, days, BigDecimal::add);
        }
        StringBuilder iso = new StringBuilder("P");
        for (Unit unit : Unit.values()) {
            BigDecimal count = parts.get(unit);
            if (unit == Unit.HOURS && parts.keySet().stream().anyMatch(part -> part.compareTo(Unit.DAYS) > 0)) {
                iso.append('T');
            }
            if (count != null) {
                iso.append(NumberParser.plain(count)).append(unit.letter);
            }
        }
        return parts.isEmpty() ? "PT0S" : iso.toString();
    }
}
