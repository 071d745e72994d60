package dev.sotto.speech.normalise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** English words for sums of money. Pure functions. */
final class MoneyWords {

    private static final Map<String, Currency> CURRENCIES = new HashMap<>();

    static {
        put(new Currency("dollar", "dollars", "cent", "cents"), "$", "USD", "US$");
        put(new Currency("euro", "euros", "cent", "cents"), "\u20ac", "EUR");
        put(new Currency("pound", "pounds", "penny", "pence"), "\u00a3", "GBP");
        put(new Currency("yen", "yen", "sen", "sen"), "\u00a5", "JPY");
        put(new Currency("Swiss franc", "Swiss francs", "centime", "centimes"), "CHF");
        put(new Currency("Canadian dollar", "Canadian dollars", "cent", "cents"), "CAD", "CA$");
        put(new Currency("Australian dollar", "Australian dollars", "cent", "cents"), "AUD", "A$");
        put(new Currency("rupee", "rupees", "paisa", "paise"), "\u20b9", "INR");
        put(new Currency("krona", "kronor", "ore", "ore"), "SEK");
        put(new Currency("krone", "kroner", "ore", "ore"), "NOK", "DKK");
        put(new Currency("zloty", "zlotys", "grosz", "grosz"), "PLN");
    }

    /** Matches every sign and code of a currency, in a regular expression. */
    static final String SIGN = "(?:US\\$|CA\\$|A\\$|[$\u20ac\u00a3\u00a5\u20b9])";

    static final String CODE = "(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|INR|SEK|NOK|DKK|PLN)";

    private MoneyWords() {}

    /**
     * Returns a sum in words.
     *
     * @param sign or code of the currency
     * @param whole digits, maybe with commas
     * @param decimals digits, or nothing
     * @param scale {@code million} or the like, or nothing
     */
    static Optional<String> sum(String sign, String whole, String decimals, String scale) {
        Currency currency = CURRENCIES.get(sign.toUpperCase(Locale.ROOT));
        String digits = whole.replace(",", "");
        if (currency == null || digits.length() > NumberWords.MOST_DIGITS) {
            return Optional.empty();
        }
        if (!scale.isEmpty()) {
            String number = decimals.isEmpty() ? NumberWords.whole(digits) : NumberWords.decimal(digits, decimals);
            return Optional.of(number + " " + scale + " " + currency.many);
        }
        if (decimals.length() > 2) {
            return Optional.of(NumberWords.decimal(digits, decimals) + " " + currency.many);
        }
        long units = digits.isEmpty() ? 0 : Long.parseLong(digits);
        int cents = decimals.isEmpty() ? 0 : Integer.parseInt(decimals) * (decimals.length() == 1 ? 10 : 1);
        String small = NumberWords.cardinal(cents) + " " + (cents == 1 ? currency.cent : currency.cents);
        if (units == 0 && cents > 0) {
            return Optional.of(small);
        }
        String large = NumberWords.cardinal(units) + " " + (units == 1 ? currency.one : currency.many);
        return Optional.of(cents == 0 ? large : large + " and " + small);
    }

    private static void put(Currency currency, String... signs) {
        for (String sign : signs) {
            CURRENCIES.put(sign, currency);
        }
    }

    private record Currency(String one, String many, String cent, String cents) {}
}
