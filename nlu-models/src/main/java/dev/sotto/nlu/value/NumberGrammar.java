package dev.sotto.nlu.value;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.NumberLexicon.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number, in digits, words or both, from where it starts to where it ends. Built for English, whose order of
 * words many languages share. Confined to one call.
 *
 * <pre>
 * number = [minus] (half [a] scale | part {[and] smaller part})
 * part   = (group | digits) [point digits | and a half] {scale}
 * group  = small [hundred [[and] small]]     one hundred and five
 *        | small two-digits                  nineteen eighty-four, four fifty
 *        | digit digit {digit}               one two three
 * </pre>
 */
final class NumberGrammar {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
    private static final int MAX_SPOKEN_DIGITS = 18;

    private final NumberLexicon lexicon;
    private final Words words;
    private int at;
    private @Nullable BigDecimal before;
    private @Nullable BigDecimal behind;

    NumberGrammar(NumberLexicon lexicon, Words words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /** Returns the number that starts at a word, or null. */
    @Nullable BigDecimal read(int from) {
        at = from;
        before = null;
        behind = null;
        boolean negative = take(Kind.MINUS);
        BigDecimal value = unsigned();
        if (value == null || (negative && value.signum() < 0)) {
            return null;
        }
        return negative ? value.negate() : value;
    }

    /** Returns the word after the number read last. */
    int end() {
        return at;
    }

    /**
     * Returns the other reading of a number read last as two pairs, "four fifty", as a sum with two decimals, 4.50; or
     * null.
     */
    @Nullable BigDecimal asDecimals() {
        return before == null || behind == null ? null : before.add(behind.divide(HUNDRED));
    }

    private @Nullable BigDecimal unsigned() {
        BigDecimal half = halfOfScale();
        if (half != null) {
            return half;
        }
        BigDecimal total = null;
        BigDecimal lastScale = null;
        while (true) {
            int mark = at;
            if (total != null) {
                boolean unused = take(Kind.AND);
            }
            BigDecimal part = part();
            BigDecimal scale = part == null ? ONE : scale();
            if (part == null || (lastScale != null && part.multiply(scale).compareTo(lastScale) >= 0)) {
                at = mark;
                return total;
            }
            boolean whole = scale.compareTo(ONE) == 0;
            before = total == null && whole ? before : null;
            total = total == null ? part.multiply(scale) : total.add(part.multiply(scale));
            if (whole) {
                return total;
            }
            lastScale = scale;
        }
    }

    private @Nullable BigDecimal halfOfScale() {
        int mark = at;
        BigDecimal half = takeValue(Kind.HALF);
        if (half != null) {
            boolean unused = take(Kind.ARTICLE);
            BigDecimal scale = bigWord();
            if (scale != null) {
                return half.multiply(scale);
            }
        }
        at = mark;
        return null;
    }

    /** A scale, hundred or dozen. */
    private @Nullable BigDecimal bigWord() {
        for (Kind kind : new Kind[] {Kind.SCALE, Kind.HUNDRED, Kind.GROUP}) {
            BigDecimal value = takeValue(kind);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private @Nullable BigDecimal part() {
        BigDecimal value = digits();
        if (value == null) {
            value = group();
            boolean pointFirst = value == null && lexicon.is(words, at, Kind.POINT);
            int mark = at;
            value = pointed(pointFirst ? ZERO : value);
            value = pointFirst && at == mark ? null : value;
        } else if (take(Kind.HUNDRED)) {
            value = withRest(value.multiply(HUNDRED));
        }
        if (value == null) {
            return null;
        }
        return value.add(fractionBehind());
    }

    private @Nullable BigDecimal digits() {
        BigDecimal fraction = Digits.fraction(words, at);
        if (fraction != null) {
            at += 2;
            return fraction;
        }
        BigDecimal value = Digits.value(words, at);
        if (value == null
                || (at + 1 < words.size() && words.touches(at, at + 1) && lexicon.is(words, at + 1, Kind.ORDINAL))) {
            return null;
        }
        at++;
        if (at < words.size() && words.touches(at - 1, at)) {
            BigDecimal suffix = takeValue(Kind.SUFFIX);
            return suffix == null ? value : value.multiply(suffix);
        }
        return value;
    }

    private @Nullable BigDecimal group() {
        int mark = at;
        if (take(Kind.ARTICLE)) {
            BigDecimal big = bigWord();
            if (big == null) {
                at = mark;
                return null;
            }
            return big.compareTo(HUNDRED) == 0 ? withRest(big) : big;
        }
        BigDecimal small = small();
        if (small == null) {
            return null;
        }
        if (take(Kind.HUNDRED)) {
            return withRest(small.multiply(HUNDRED));
        }
        BigDecimal dozen = takeValue(Kind.GROUP);
        if (dozen != null) {
            return small.multiply(dozen);
        }
        BigDecimal pair = pair(small);
        if (pair != null) {
            return pair;
        }
        return at == mark + 1 && lexicon.is(words, mark, Kind.DIGIT) ? spokenDigits(mark) : small;
    }

    /** "(one hundred) and five". */
    private BigDecimal withRest(BigDecimal hundreds) {
        int mark = at;
        boolean unused = take(Kind.AND);
        BigDecimal rest = small();
        if (rest == null) {
            at = mark;
            return hundreds;
        }
        return hundreds.add(rest);
    }

    /** "Nineteen eighty-four", "four fifty", "twenty oh five". */
    private @Nullable BigDecimal pair(BigDecimal first) {
        int mark = at;
        BigDecimal second;
        if (take(Kind.INNER_DIGIT)) {
            second = takeValue(Kind.DIGIT);
            if (second != null && lexicon.is(words, at, Kind.DIGIT)) {
                second = null;
            }
        } else {
            second = small();
            second = second != null && second.compareTo(BigDecimal.TEN) >= 0 ? second : null;
        }
        if (second == null || first.signum() == 0) {
            at = mark;
            return null;
        }
        before = first;
        behind = second;
        return first.multiply(HUNDRED).add(second);
    }

    private BigDecimal spokenDigits(int from) {
        StringBuilder digits = new StringBuilder();
        at = from;
        while (digits.length() < MAX_SPOKEN_DIGITS) {
            BigDecimal digit = takeValue(Kind.DIGIT);
            if (digit == null && lexicon.is(words, at, Kind.INNER_DIGIT) && digits.length() > 0) {
                digit = takeValue(Kind.INNER_DIGIT);
            }
            if (digit == null) {
                break;
            }
            digits.append(digit.intValue());
        }
        return new BigDecimal(digits.toString());
    }

    /** One to ninety-nine. */
    private @Nullable BigDecimal small() {
        BigDecimal tens = takeValue(Kind.TENS);
        if (tens != null) {
            BigDecimal digit = lexicon.value(words, at, Kind.DIGIT);
            if (digit == null || digit.signum() == 0) {
                return tens;
            }
            at++;
            return tens.add(digit);
        }
        BigDecimal teen = takeValue(Kind.TEEN);
        return teen != null ? teen : takeValue(Kind.DIGIT);
    }

    private @Nullable BigDecimal pointed(@Nullable BigDecimal whole) {
        int mark = at;
        if (whole == null || !take(Kind.POINT)) {
            return whole;
        }
        StringBuilder decimals = new StringBuilder(".");
        BigDecimal two = lexicon.is(words, at, Kind.DIGIT) ? null : small();
        BigDecimal written = two == null ? Digits.value(words, at) : null;
        if (two != null) {
            decimals.append(two.intValue());
        } else if (written != null && written.scale() == 0 && written.signum() >= 0) {
            decimals.append(words.get(at++));
        } else {
            BigDecimal digit = spokenDigit();
            while (digit != null && decimals.length() <= MAX_SPOKEN_DIGITS) {
                decimals.append(digit.intValue());
                digit = spokenDigit();
            }
        }
        if (decimals.length() == 1) {
            at = mark;
            return whole;
        }
        before = null;
        return whole.add(new BigDecimal(decimals.toString()));
    }

    private @Nullable BigDecimal spokenDigit() {
        BigDecimal digit = takeValue(Kind.DIGIT);
        return digit != null ? digit : takeValue(Kind.INNER_DIGIT);
    }

    /** "(two) and a half", "(one) and three quarters". */
    private BigDecimal fractionBehind() {
        int mark = at;
        if (take(Kind.AND)) {
            BigDecimal count = take(Kind.ARTICLE) ? ONE : lexicon.value(words, at, Kind.DIGIT);
            if (count != null && lexicon.is(words, at, Kind.DIGIT)) {
                at++;
            }
            BigDecimal unit = takeValue(Kind.HALF);
            unit = unit == null ? takeValue(Kind.QUARTER) : unit;
            if (unit != null) {
                return unit.multiply(count == null ? ONE : count);
            }
        }
        at = mark;
        return ZERO;
    }

    private BigDecimal scale() {
        BigDecimal scale = ONE;
        BigDecimal next = takeValue(Kind.SCALE);
        while (next != null) {
            scale = scale.multiply(next);
            next = scale.precision() < TWENTY.intValue() ? takeValue(Kind.SCALE) : null;
        }
        BigDecimal dozen = takeValue(Kind.GROUP);
        return dozen == null ? scale : scale.multiply(dozen);
    }

    private boolean take(Kind kind) {
        boolean found = lexicon.is(words, at, kind);
        at += found ? 1 : 0;
        return found;
    }

    private @Nullable BigDecimal takeValue(Kind kind) {
        BigDecimal value = lexicon.value(words, at, kind);
        at += value != null ? 1 : 0;
        return value;
    }
}
