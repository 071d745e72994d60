package dev.sotto.nlu.value;

import dev.sotto.nlu.SlotTypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** {@code Yes}, {@code No}, {@code Maybe} or {@code Don't know}. */
    public static final SlotTypeName CONFIRMATION = new SlotTypeName("confirmation");

    /** Digits, perhaps with a plus before them. */
    public static final SlotTypeName PHONE = new SlotTypeName("phone");

    /** An address. */
    public static final SlotTypeName EMAIL = new SlotTypeName("email");

    /** Letters and digits. */
    public static final SlotTypeName ALPHANUMERIC = new SlotTypeName("alphanumeric");

    /** Capitals and digits: {@code SW1A 2AA}. */
    public static final SlotTypeName UK_POSTCODE = new SlotTypeName("uk-postcode");

    /** As said. */
    public static final SlotTypeName FIRST_NAME = new SlotTypeName("first-name");

    /** As said. */
    public static final SlotTypeName LAST_NAME = new SlotTypeName("last-name");

    /** As said. */
    public static final SlotTypeName CITY = new SlotTypeName("city");

    /** As said, or as the JDK writes it. */
    public static final SlotTypeName COUNTRY = new SlotTypeName("country");

    /** As said. */
    public static final SlotTypeName STATE = new SlotTypeName("state");

    /** As said. */
    public static final SlotTypeName STREET = new SlotTypeName("street");

    /** All that is answered. */
    public static final SlotTypeName FREE_TEXT = new SlotTypeName("free-text");

    private static final Map<SlotTypeName, Function<Locale, ValueParser>> PARSERS = Map.ofEntries(
            Map.entry(NUMBER, NumberParser::new),
            Map.entry(ORDINAL, locale -> new OrdinalParser()),
            Map.entry(PERCENTAGE, PercentageParser::new),
            Map.entry(MONEY, MoneyParser::new),
            Map.entry(DATE, DateParser::new),
            Map.entry(TIME, TimeParser::new),
            Map.entry(DURATION, DurationParser::new),
            Map.entry(YES_NO, YesNoParser::new),
            Map.entry(CONFIRMATION, ConfirmationParser::new),
            Map.entry(PHONE, PhoneParser::new),
            Map.entry(EMAIL, EmailParser::new),
            Map.entry(ALPHANUMERIC, AlphanumericParser::new),
            Map.entry(UK_POSTCODE, PostcodeParser::new),
            Map.entry(FIRST_NAME, SpelledNameParser::new),
            Map.entry(LAST_NAME, SpelledNameParser::new),
            Map.entry(FREE_TEXT, locale -> new FreeTextParser()));

    private static final Set<SlotTypeName> OPEN = Set.of(FIRST_NAME, LAST_NAME, CITY, COUNTRY, STATE, STREET);

    private static final Set<SlotTypeName> BARE = Set.of(PERCENTAGE, MONEY, DATE, TIME, DURATION);

    private static final Set<SlotTypeName> UNMISTAKABLE = Set.of(PHONE, EMAIL, UK_POSTCODE);

    private record Kind(SlotTypeName type, Locale locale) {}

    private static final Map<Kind, ValueParser> MADE = new ConcurrentHashMap<>();

    private BuiltInTypes() {}

    /** Returns the names, in alphabetical order. */
    public static List<SlotTypeName> names() {
        return Stream.concat(PARSERS.keySet().stream(), OPEN.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns a parser for a built-in type in a locale; none for a type whose values are all taken as said. */
    public static Optional<ValueParser> parser(SlotTypeName type, Locale locale) {
        Function<Locale, ValueParser> make = PARSERS.get(type);
        return make == null
                ? Optional.empty()
                : Optional.of(MADE.computeIfAbsent(new Kind(type, locale), kind -> make.apply(kind.locale())));
    }

    /** Returns whether any words can be a value of a type: names, and what else nobody can list. */
    public static boolean isOpen(SlotTypeName type) {
        return OPEN.contains(type);
    }

    /** Returns values of an open type that are known all the same. */
    public static List<String> known(SlotTypeName type, Locale locale) {
        return KnownNames.of(type, locale);
    }

    /**
     * Returns whether values of a type are known by more than a number, which alone may be a value all the same: "twenty" in
     * place of "twenty pounds".
     */
    public static boolean countsBare(SlotTypeName type) {
        return BARE.contains(type);
    }

    /** Returns whether what is read as a value of a type in the middle of a sentence can be nothing else. */
    public static boolean isUnmistakable(SlotTypeName type) {
        return BARE.contains(type) || UNMISTAKABLE.contains(type);
    }
}
