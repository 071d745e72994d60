package dev.sotto.dialogue;

import dev.sotto.bot.Limit;
import dev.sotto.nlu.SlotTypeName;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Numbers and sums of money as slot values have them: {@code -15.245}, {@code GBP 20.00}. */
final class Amounts {

    static final SlotTypeName NUMBER = new SlotTypeName("number");
    static final SlotTypeName MONEY = new SlotTypeName("money");

    /** Longer than any amount a person means, and short enough to be read without effort. */
    private static final int MAX_LENGTH = 40;

    private static final int CURRENCY_CODE = 3;

    private Amounts() {}

    /** A number and, for money, its currency. */
    record Amount(BigDecimal number, Optional<String> currency) {}

    /** Reads a value; nothing if it is neither a number nor a sum of money. */
    static Optional<Amount> read(String value) {
        if (value.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int space = value.indexOf(' ');
        if (space == CURRENCY_CODE) {
            return number(value.substring(space + 1))
                    .map(number -> new Amount(number, Optional.of(value.substring(0, space))));
        }
        return number(value).map(number -> new Amount(number, Optional.empty()));
    }

    /** Returns whether a value keeps to a limit. One that is not an amount, or of another currency, does not. */
    static boolean within(String value, Limit limit) {
        return read(value)
                .filter(amount -> limit.currency().isEmpty() || limit.currency().equals(amount.currency()))
                .filter(amount -> limit.operator().holds(amount.number(), limit.bound()))
                .isPresent();
    }

    /** Returns how a value is said: {@code £20} for a money slot's {@code GBP 20.00}, anything else as it is. */
    static String spoken(String value, SlotTypeName type, Locale locale) {
        if (!type.equals(MONEY)) {
            return value;
        }
        return read(value).flatMap(amount -> money(amount, locale)).orElse(value);
    }

    private static Optional<String> money(Amount amount, Locale locale) {
        return amount.currency().flatMap(Amounts::currency).map(currency -> {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(currency);
            boolean whole = amount.number().stripTrailingZeros().scale() <= 0;
            int digits = whole ? 0 : Math.max(0, currency.getDefaultFractionDigits());
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
            return format.format(amount.number()).replace('\u00a0', ' ').replace('\u202f', ' ');
        });
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (!(c >= '0' && c <= '9') && c != '.' && !(c == '-' && i == 0)) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new BigDecimal(digits));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
