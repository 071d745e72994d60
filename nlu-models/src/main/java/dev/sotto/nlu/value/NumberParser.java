package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.NumberLexicon.Kind;
import dev.sotto.nlu.value.Spoken.NumberRead;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The built-in type {@code number}: "minus fifteen point two", "1,200", "two and a half". Resolves as Lex V2 does, to
 * plain digits: {@code -15.2}, {@code 1200}, {@code 2.5}.
 */
public final class NumberParser implements ValueParser {

    private final NumberLexicon lexicon;

    public NumberParser(Locale locale) {
        lexicon = NumberLexicon.of(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        NumberRead number = spoken.number(from);
        if (number != null) {
            return Optional.of(FoundValue.of(from, number.end(), plain(number.value())));
        }
        if (occasion == Occasion.ASKED) {
            return alone(spoken.tokens(), from).map(value -> FoundValue.of(from, from + 1, plain(value)));
        }
        return Optional.empty();
    }

    /** Words that are a number only as an answer: "none", "half". */
    private Optional<BigDecimal> alone(Words words, int at) {
        for (Kind kind : List.of(Kind.NONE, Kind.HALF, Kind.QUARTER)) {
            BigDecimal value = lexicon.value(words, at, kind);
            if (value != null) {
                return Optional.of(value);
            }
        }
        if (lexicon.countsArticles() && lexicon.is(words, at, Kind.ARTICLE)) {
            return Optional.of(BigDecimal.ONE);
        }
        return Optional.empty();
    }

    /** Returns the digits of every single number word of a language: "two" is 2, "forty" is 40. */
    public static Map<String, String> wordsAsDigits(Locale locale) {
        return NumberLexicon.of(locale).wordsAsDigits();
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
