package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Spoken.NumberRead;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The built-in type {@code money}: "twenty pounds", "£4.50", "4 euros 20", "fifty pence", "GBP 20". Resolves as Lex V2
 * does, to the ISO 4217 code and two decimals: {@code GBP 20.00}. A bare number counts as an answer only, in the
 * currency of the locale; "four fifty" is then 450.00, as in Lex V2, and 4.50 its other reading. A sum below zero is none.
 */
public final class MoneyParser implements ValueParser {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final NumberLexicon numbers;
    private final CurrencyLexicon currencies;

    public MoneyParser(Locale locale) {
        numbers = NumberLexicon.of(locale);
        currencies = CurrencyLexicon.of(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        Words words = spoken.tokens();
        CurrencyLexicon.Unit leading = currencies.unit(words, from);
        if (leading != null) {
            return withUnitBefore(spoken, from, leading);
        }
        NumberRead number = spoken.number(from);
        if (number == null) {
            return articleAndUnit(spoken, from);
        }
        int at = number.end();
        CurrencyLexicon.Unit unit = currencies.unit(words, at);
        if (unit != null) {
            return withUnitBehind(spoken, from, number.value(), unit, at + unit.words());
        }
        return occasion == Occasion.ASKED ? bare(from, number) : Optional.empty();
    }

    /** "£20", "GBP 4.50", "$ five", "fiver". */
    private Optional<FoundValue> withUnitBefore(Spoken spoken, int from, CurrencyLexicon.Unit unit) {
        int at = from + unit.words();
        NumberRead number = unit.isWhole() ? spoken.number(at) : null;
        if (number != null) {
            return found(from, number.end(), unit.code(), List.of(number.value()));
        }
        boolean banknote = !unit.minor() && !unit.isWhole() && unit.value().compareTo(HUNDRED) < 0;
        return banknote ? found(from, at, unit.code(), List.of(unit.value())) : Optional.empty();
    }

    /** "Twenty pounds", "four pounds fifty", "two pounds and ten pence", "50p", "two grand", "three dimes". */
    private Optional<FoundValue> withUnitBehind(
            Spoken spoken, int from, BigDecimal number, CurrencyLexicon.Unit unit, int behind) {
        Words words = spoken.tokens();
        BigDecimal sum = number.multiply(unit.value());
        int end = behind;
        if (unit.isWhole() && number.scale() <= 0) {
            int start = numbers.is(words, end, NumberLexicon.Kind.AND) ? end + 1 : end;
            NumberRead read = spoken.number(start);
            BigDecimal small = read == null ? null : read.value();
            if (read != null
                    && small != null
                    && small.scale() <= 0
                    && small.signum() > 0
                    && small.compareTo(HUNDRED) < 0) {
                CurrencyLexicon.Unit minor = currencies.unit(words, read.end());
                boolean named = minor != null && minor.minor() && minor.code().equals(unit.code());
                boolean bare = start == end && minor == null && small.compareTo(BigDecimal.TEN) >= 0;
                if (named || bare) {
                    sum = sum.add(small.divide(HUNDRED));
                    end = read.end() + (named && minor != null ? minor.words() : 0);
                }
            }
        }
        if (unit.value().compareTo(HUNDRED) > 0) {
            CurrencyLexicon.Unit of = currencies.unit(words, end);
            end += of != null && of.isWhole() ? of.words() : 0;
        }
        return found(from, end, unit.code(), List.of(sum));
    }

    /** "A pound", "a tenner", "a grand". */
    private Optional<FoundValue> articleAndUnit(Spoken spoken, int from) {
        Words words = spoken.tokens();
        if (!numbers.is(words, from, NumberLexicon.Kind.ARTICLE)) {
            return Optional.empty();
        }
        CurrencyLexicon.Unit unit = currencies.unit(words, from + 1);
        return unit == null
                ? Optional.empty()
                : withUnitBehind(spoken, from, BigDecimal.ONE, unit, from + 1 + unit.words());
    }

    private Optional<FoundValue> bare(int from, NumberRead number) {
        List<BigDecimal> readings = new ArrayList<>(List.of(number.value()));
        if (number.decimals() != null) {
            readings.add(number.decimals());
        }
        return found(from, number.end(), currencies.home(), readings);
    }

    private static Optional<FoundValue> found(int from, int to, String code, List<BigDecimal> sums) {
        if (sums.stream().anyMatch(sum -> sum.signum() < 0)) {
            return Optional.empty();
        }
        List<String> resolved = sums.stream()
                .map(sum -> code + " " + sum.setScale(2, RoundingMode.HALF_UP).toPlainString())
                .toList();
        return Optional.of(FoundValue.likeliest(from, to, resolved));
    }
}
