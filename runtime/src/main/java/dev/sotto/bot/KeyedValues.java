package dev.sotto.bot;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.nlu.value.CodePattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * What digits mean for the types that every bot has: a telephone number as it is, a time as hours and minutes, a date as day,
 * month and year, or month, day and year where people write them so.
 */
public final class KeyedValues {

    private static final int SHORTEST_PHONE = 3;
    private static final int LONGEST_PHONE = 15;
    private static final int TIME = 4;
    private static final int SHORT_DATE = 6;
    private static final int DATE = 8;

    private KeyedValues() {}

    /** Returns whether digits are a code of a pattern of the bot's own. */
    public static boolean isCode(String digits, String pattern) {
        return CodePattern.of(pattern).matches(digits);
    }

    /** Returns the value that digits are of a type; nothing if they are none, or it takes none. */
    public static Optional<String> of(String digits, SlotTypeName type, Locale locale) {
        if (type.equals(BuiltInTypes.NUMBER)
                || type.equals(BuiltInTypes.ORDINAL)
                || type.equals(BuiltInTypes.ALPHANUMERIC)) {
            return Optional.of(digits);
        }
        if (type.equals(BuiltInTypes.PERCENTAGE)) {
            return Optional.of(digits + "%");
        }
        if (type.equals(BuiltInTypes.PHONE)) {
            boolean fits = digits.length() >= SHORTEST_PHONE && digits.length() <= LONGEST_PHONE;
            return Optional.of(digits).filter(any -> fits);
        }
        if (type.equals(BuiltInTypes.YES_NO) || type.equals(BuiltInTypes.CONFIRMATION)) {
            return Optional.of(digits)
                    .filter("12"::contains)
                    .filter(key -> key.length() == 1)
                    .map(key -> key.equals("1") ? "Yes" : "No");
        }
        try {
            return type.equals(BuiltInTypes.TIME)
                    ? time(digits)
                    : type.equals(BuiltInTypes.DATE) ? date(digits, locale) : Optional.empty();
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    /** {@code 1830}; three digits are an hour of one. */
    private static Optional<String> time(String digits) {
        String whole = digits.length() == TIME - 1 ? "0" + digits : digits;
        return whole.length() == TIME
                ? Optional.of(LocalTime.of(number(whole, 0, 2), number(whole, 2, TIME))
                        .toString())
                : Optional.empty();
    }

    /** {@code 03052027} or {@code 030527}. */
    private static Optional<String> date(String digits, Locale locale) {
        if (digits.length() != SHORT_DATE && digits.length() != DATE) {
            return Optional.empty();
        }
        boolean monthFirst = monthFirst(locale);
        int day = number(digits, monthFirst ? 2 : 0, monthFirst ? TIME : 2);
        int month = number(digits, monthFirst ? 0 : 2, monthFirst ? 2 : TIME);
        int year = number(digits, TIME, digits.length()) + (digits.length() == SHORT_DATE ? 2000 : 0);
        return Optional.of(LocalDate.of(year, month, day).toString());
    }

    private static boolean monthFirst(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.indexOf('M') < pattern.indexOf('d');
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
