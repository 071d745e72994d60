package dev.sotto.nlu.value;

import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.text.Plural;
import dev.sotto.nlu.text.Words;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words for money in a language, seen from a country: a dollar is another one in Sydney than in Chicago. Immutable
 * and safe for any thread.
 */
final class CurrencyLexicon {

    private static final int LONGEST_NAME = 3;

    /**
     * A word or a few for money.
     *
     * @param code ISO 4217
     * @param value how much of the currency one of it is: 1 for a pound, 0.01 for a penny, 5 for a fiver
     * @param minor whether it is the small unit, which may follow the large one
     * @param words how many words it takes
     */
    record Unit(String code, BigDecimal value, boolean minor, int words) {

        /** Whether it is the currency's own unit rather than a part or a multiple. */
        boolean isWhole() {
            return value.compareTo(BigDecimal.ONE) == 0;
        }
    }

    private final Map<String, Unit> units;
    private final String home;

    private CurrencyLexicon(Map<String, Unit> units, String home) {
        this.units = Map.copyOf(units);
        this.home = home;
    }

    /** Returns the words of the locale's language; ISO codes are read in every one. */
    static CurrencyLexicon of(Locale locale) {
        String home = homeCurrency(locale);
        Map<String, Unit> units = new HashMap<>();
        for (String line : LanguageResource.lines(CurrencyLexicon.class, "currencies", locale)
                .orElse(List.of())) {
            String[] fields = line.split(" ", -1);
            boolean valued = fields[0].equals("coin") || fields[0].equals("thousand");
            BigDecimal value = valued
                    ? new BigDecimal(fields[2])
                    : fields[0].equals("minor") ? new BigDecimal("0.01") : BigDecimal.ONE;
            for (int i = valued ? 3 : 2; i < fields.length; i++) {
                String name = fields[i].replace('_', ' ');
                String code = code(fields[1], name, home);
                units.put(name, new Unit(code, value, fields[0].equals("minor"), name.split(" ", -1).length));
            }
        }
        return new CurrencyLexicon(units, home);
    }

    /** Returns the currency of a bare number. */
    String home() {
        return home;
    }

    /** Returns the longest word for money that starts here, or null. */
    @Nullable Unit unit(Words words, int at) {
        for (int length = Math.min(LONGEST_NAME, words.size() - at); length > 0; length--) {
            StringBuilder name = new StringBuilder();
            for (int i = at; i < at + length; i++) {
                name.append(i > at ? " " : "").append(words.get(i));
            }
            Unit unit = units.get(name.toString());
            if (unit == null) {
                unit = units.get(Plural.stem(name.toString()));
            }
            if (unit != null) {
                return unit;
            }
        }
        return at < words.size() ? isoCode(words, at) : null;
    }

    /** A code counts in capitals, for many are everyday words: "try", "all", "top". The home currency's in any case. */
    private @Nullable Unit isoCode(Words words, int at) {
        String written = words.text(at, at + 1);
        String code = written.toUpperCase(Locale.ROOT);
        boolean known = code.length() == 3
                && (written.equals(code) || code.equals(home))
                && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        if (!known) {
            return null;
        }
        try {
            return new Unit(Currency.getInstance(code).getCurrencyCode(), BigDecimal.ONE, false, 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String code(String field, String name, String home) {
        if (!field.startsWith("*")) {
            return field;
        }
        int slash = field.indexOf('/');
        if (slash < 0) {
            return home;
        }
        Currency currency = Currency.getInstance(home);
        String everyday = currency.getDisplayName(Locale.ENGLISH).toLowerCase(Locale.ROOT);
        boolean hundredths = currency.getDefaultFractionDigits() == 2;
        boolean ofHome = (name.equals("cent") || name.equals("¢"))
                ? hundredths && (everyday.contains("dollar") || home.equals("EUR") || home.equals("ZAR"))
                : everyday.contains("dollar");
        return ofHome ? home : field.substring(slash + 1);
    }

    private static String homeCurrency(Locale locale) {
        Locale placed = locale.getCountry().isEmpty() && locale.getLanguage().equals("en") ? Locale.UK : locale;
        try {
            Currency currency = placed.getCountry().isEmpty() ? null : Currency.getInstance(placed);
            return currency == null ? "EUR" : currency.getCurrencyCode();
        } catch (IllegalArgumentException e) {
            return "EUR";
        }
    }
}
