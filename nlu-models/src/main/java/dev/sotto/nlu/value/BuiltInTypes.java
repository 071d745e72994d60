package dev.sotto.nlu.value;

import dev.sotto.nlu.SlotTypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The slot types that every bot has. */
public final class BuiltInTypes {

    /** Digits: {@code -15.2}. */
    public static final SlotTypeName NUMBER = new SlotTypeName("number");

    /** Currency and two decimals: {@code GBP 20.00}. */
    public static final SlotTypeName MONEY = new SlotTypeName("money");

    /** {@code Yes} or {@code No}. */
    public static final SlotTypeName YES_NO = new SlotTypeName("yes-no");

    private static final Map<SlotTypeName, Function<Locale, ValueParser>> PARSERS =
            Map.of(NUMBER, NumberParser::new, MONEY, MoneyParser::new, YES_NO, YesNoParser::new);

    private BuiltInTypes() {}

    /** Returns the names, in alphabetical order. */
    public static List<SlotTypeName> names() {
        return PARSERS.keySet().stream().sorted().toList();
    }

    /** Returns a parser for a built-in type in a locale. */
    public static Optional<ValueParser> parser(SlotTypeName type, Locale locale) {
        return Optional.ofNullable(PARSERS.get(type)).map(make -> make.apply(locale));
    }
}
