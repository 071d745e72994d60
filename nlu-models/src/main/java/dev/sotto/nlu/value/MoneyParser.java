package dev.sotto.nlu.value;

import dev.sotto.nlu.Moment;
import dev.sotto.nlu.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The built-in type {@code money}: "twenty pounds", "£4.50", "4 euros 20", "fifty pence", "GBP 20". Resolves as Lex V2
 * does, to the ISO 4217 code and two decimals: {@code GBP 20.00}. A bare number counts as an answer only, in the
 * currency of the locale; then "four fifty" is 4.50 before it is 450.00. A sum below zero is none.
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
    public Optional<FoundValue> parse(Words words, int from, Occasion occasion, Moment moment) {
        CurrencyLexicon.Unit leading = currencies.unit(words, from);
        if (leading != null) {
            return withUnitBefore(words, from, leading);
        }
        NumberGrammar grammar = new NumberGrammar(numbers, words);
        BigDecimal number = grammar.read(from);
        int at = grammar.end();
        if (number == null) {
            return articleAndUnit(words, from);
        }
        CurrencyLexicon.Unit unit = currencies.unit(words, at);
        if (unit != null) {
            return withUnitBehind(words, from, number, unit, at + unit.words());
        }
        if (occasion == Occasion.ASKED) {
            return bare(from, at, number, grammar.asDecimals());
        }
        return Optional.empty();
    }

    /** "£20", "GBP 4.50", "$ five", "fiver". */
    private Optional<FoundValue> withUnitBefore(Words words, int from, CurrencyLexicon.Unit unit) {
        int at = from + unit.words();
        NumberGrammar grammar = new NumberGrammar(numbers, words);
        BigDecimal number = unit.isWhole() ? grammar.read(at) : null;
        if (number != null) {
            return found(from, grammar.end(), unit.code(), List.of(number));
        }
        boolean banknote = !unit.minor() && !unit.isWhole() && unit.value().compareTo(HUNDRED) < 0;
        return banknote ? found(from, at, unit.code(), List.of(unit.value())) : Optional.empty();
    }

    /** "Twenty pounds", "four pounds fifty", "two pounds and ten pence", "50p", "two grand", "three dimes". */
    private Optional<FoundValue> withUnitBehind(
            Words words, int from, BigDecimal number, CurrencyLexicon.Unit unit, int behind) {
        BigDecimal sum = number.multiply(unit.value());
        int end = behind;
        if (unit.isWhole() && number.scale() <= 0) {
            int start = words.is(end, "and") ? end + 1 : end;
            NumberGrammar grammar = new NumberGrammar(numbers, words);
            BigDecimal small = grammar.read(start);
            if (small != null && small.scale() <= 0 && small.signum() > 0 && small.compareTo(HUNDRED) < 0) {
                CurrencyLexicon.Unit minor = currencies.unit(words, grammar.end());
                boolean named = minor != null && minor.minor() && minor.code().equals(unit.code());
                boolean bare = start == end && minor == null && small.compareTo(BigDecimal.TEN) >= 0;
                if (named || bare) {
                    sum = sum.add(small.divide(HUNDRED));
                    end = grammar.end() + (named && minor != null ? minor.words() : 0);
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
    private Optional<FoundValue> articleAndUnit(Words words, int from) {
        if (!numbers.is(words, from, NumberLexicon.Kind.ARTICLE)) {
            return Optional.empty();
        }
        CurrencyLexicon.Unit unit = currencies.unit(words, from + 1);
        return unit == null
                ? Optional.empty()
                : withUnitBehind(words, from, BigDecimal.ONE, unit, from + 1 + unit.words());
    }

    private Optional<FoundValue> bare(int from, int to, BigDecimal number, @Nullable BigDecimal decimals) {
        List<BigDecimal> readings = new ArrayList<>();
        if (decimals != null) {
            readings.add(decimals);
        }
        readings.add(number);
        return found(from, to, currencies.home(), readings);
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
