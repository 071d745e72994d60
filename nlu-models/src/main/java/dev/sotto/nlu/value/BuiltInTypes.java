package dev.sotto.nlu.value;

import dev.sotto.nlu.SlotTypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The slot types that every bot has. */
public final class BuiltInTypes {

    /** Digits: {@code -15.2}. */
    public static final SlotTypeName NUMBER = new SlotTypeName("number");

    /** Digits: {@code 3} for the third. */
    public static final SlotTypeName ORDINAL = new SlotTypeName("ordinal");

    /** Digits and sign: {@code 50%}. */
    public static final SlotTypeName PERCENTAGE = new SlotTypeName("percentage");

    /** Currency and two decimals: {@code GBP 20.00}. */
    public static final SlotTypeName MONEY = new SlotTypeName("money");

    /** ISO 8601: {@code 2026-11-22}. */
    public static final SlotTypeName DATE = new SlotTypeName("date");

    /** ISO 8601: {@code 17:30}. */
    public static final SlotTypeName TIME = new SlotTypeName("time");

    /** ISO 8601: {@code PT5H10M}. */
    public static final SlotTypeName DURATION = new SlotTypeName("duration");

    /** {@code Yes} or {@code No}. */
    public static final SlotTypeName YES_NO = new SlotTypeName("yes-no");

    private static final Map<SlotTypeName, Function<Locale, ValueParser>> PARSERS = Map.of(
            NUMBER, NumberParser::new,
            ORDINAL, locale -> new OrdinalParser(),
            PERCENTAGE, PercentageParser::new,
            MONEY, MoneyParser::new,
            DATE, DateParser::new,
            TIME, TimeParser::new,
            DURATION, DurationParser::new,
            YES_NO, YesNoParser::new);

    private static final Set<SlotTypeName> BARE = Set.of(PERCENTAGE, MONEY, DATE, TIME, DURATION);

    private BuiltInTypes() {}

    /** Returns the names, in alphabetical order. */
    public static List<SlotTypeName> names() {
        return PARSERS.keySet().stream().sorted().toList();
    }

    /** Returns a parser for a built-in type in a locale. */
    public static Optional<ValueParser> parser(SlotTypeName type, Locale locale) {
        return Optional.ofNullable(PARSERS.get(type)).map(make -> make.apply(locale));
    }

    /**
     * Returns whether values of a type are known by more than a number, which alone may be a value all the same: "twenty" in
     * place of "twenty pounds".
     */
    public static boolean countsBare(SlotTypeName type) {
        return BARE.contains(type);
    }
}
