package dev.sotto.nlu.value;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.NumberLexicon.Kind;
import dev.sotto.nlu.value.Spoken.NumberRead;
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
    private static final int LONGEST_ORDINAL = 12;

    private final NumberLexicon lexicon;
    private final Words words;
    private int at;
    private @Nullable BigDecimal before;
    private @Nullable BigDecimal behind;
    private int ordinalAt = -1;

    NumberGrammar(NumberLexicon lexicon, Words words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /** Returns the number that starts at a word, or null. */
    @Nullable NumberRead read(int from) {
        ordinalAt = -1;
        BigDecimal value = signed(from);
        return value == null ? null : new NumberRead(value, asDecimals(), at);
    }

    /** Returns the number below a hundred that starts at a word, however it goes on; or null. */
    @Nullable NumberRead readSmall(int from) {
        at = from;
        ordinalAt = -1;
        BigDecimal value = lexicon.digits().value(words, at);
        if (value == null) {
            value = small();
        } else {
            at++;
        }
        if (value == null && lexicon.countsArticles() && take(Kind.ARTICLE)) {
            value = ONE;
        }
        return value == null ? null : new NumberRead(value, null, at);
    }

    /** Returns the ordinal number that starts at a word, "twenty-first" or "21st", or null. */
    @Nullable NumberRead readOrdinal(int from) {
        ordinalAt = -1;
        BigDecimal digits = lexicon.digits().value(words, from);
        if (digits != null) {
            boolean suffix = from + 1 < words.size()
                    && words.touches(from, from + 1)
                    && lexicon.is(words, from + 1, Kind.ORDINAL_SUFFIX);
            return suffix && digits.signum() > 0 && digits.scale() <= 0 ? new NumberRead(digits, null, from + 2) : null;
        }
        for (int last = from; last < words.size() && last - from < LONGEST_ORDINAL; last++) {
            if (lexicon.isOrdinal(words, last)) {
                ordinalAt = last;
                BigDecimal value = signed(from);
                ordinalAt = -1;
                if (value != null && at == last + 1 && value.signum() > 0) {
                    return new NumberRead(value, null, at);
                }
            }
            if (!lexicon.isNumber(words, last)) {
                return null;
            }
        }
        return null;
    }

    private @Nullable BigDecimal signed(int from) {
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

    /** The other reading of a number read as two pairs, "four fifty", as a sum with two decimals, 4.50; or null. */
    private @Nullable BigDecimal asDecimals() {
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
        BigDecimal amount = value == null ? takeValue(Kind.AMOUNT) : null;
        if (amount != null) {
            return amount;
        }
        if (value == null) {
            value = group();
            boolean pointFirst = value == null && is(Kind.POINT);
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
        BigDecimal fraction = lexicon.digits().fraction(words, at);
        if (fraction != null) {
            at += 2;
            return fraction;
        }
        BigDecimal value = lexicon.digits().value(words, at);
        if (value == null
                || (at + 1 < words.size() && words.touches(at, at + 1) && lexicon.isNoNumberBehind(words, at + 1))) {
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
        BigDecimal twoDigits = lexicon.saysUnitsFirst() ? unitsFirst() : null;
        at = mark;
        if (twoDigits == null && take(Kind.ARTICLE)) {
            if (is(Kind.SCALE)) {
                return ONE;
            }
            BigDecimal big = bigWord();
            if (big == null) {
                at = mark;
                return null;
            }
            return big.compareTo(HUNDRED) == 0 ? withRest(big) : big;
        }
        if ((lexicon.countsBareScales() || at == ordinalAt) && (is(Kind.HUNDRED) || is(Kind.SCALE))) {
            return take(Kind.HUNDRED) ? withRest(HUNDRED) : ONE;
        }
        BigDecimal small = small();
        if (small == null) {
            return is(Kind.MULTIPLE) ? spokenDigits(at) : null;
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
        return at == mark + 1 && mark != ordinalAt && lexicon.is(words, mark, Kind.DIGIT) ? spokenDigits(mark) : small;
    }

    /** "(one hundred) and five". */
    private BigDecimal withRest(BigDecimal hundreds) {
        int mark = at;
        boolean unused = take(Kind.AND);
        BigDecimal rest = small();
        if (rest == null && lexicon.countsArticles() && take(Kind.ARTICLE)) {
            rest = ONE;
        }
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
            if (second != null && is(Kind.DIGIT)) {
                second = null;
            }
        } else {
            second = small();
            second = second != null && second.compareTo(BigDecimal.TEN) >= 0 ? second : null;
        }
        if (second == null || first.signum() == 0 || lexicon.saysUnitsFirst()) {
            at = mark;
            return null;
        }
        before = first;
        behind = second;
        return first.multiply(HUNDRED).add(second);
    }

    /** "One two three", "seven double five"; null if no digit follows a word that doubles it. */
    private @Nullable BigDecimal spokenDigits(int from) {
        StringBuilder digits = new StringBuilder();
        at = from;
        while (digits.length() < MAX_SPOKEN_DIGITS) {
            int mark = at;
            BigDecimal times = takeValue(Kind.MULTIPLE);
            BigDecimal digit = takeValue(Kind.DIGIT);
            if (digit == null && (digits.length() > 0 || times != null)) {
                digit = takeValue(Kind.INNER_DIGIT);
            }
            if (digit == null || at - 1 == ordinalAt) {
                at = mark;
                break;
            }
            digits.append(String.valueOf(digit.intValue()).repeat(times == null ? 1 : times.intValue()));
        }
        return digits.length() == 0 ? null : new BigDecimal(digits.toString());
    }

    /** One to ninety-nine. */
    private @Nullable BigDecimal small() {
        BigDecimal unitsFirst = lexicon.saysUnitsFirst() ? unitsFirst() : null;
        if (unitsFirst != null) {
            return unitsFirst;
        }
        BigDecimal tens = takeValue(Kind.TENS);
        if (tens != null) {
            BigDecimal digit = lexicon.saysUnitsFirst() ? null : value(Kind.DIGIT);
            if (digit == null || digit.signum() == 0) {
                return tens;
            }
            at++;
            return tens.add(digit);
        }
        BigDecimal teen = takeValue(Kind.TEEN);
        return teen != null ? teen : takeValue(Kind.DIGIT);
    }

    /** "(one) and twenty". */
    private @Nullable BigDecimal unitsFirst() {
        int mark = at;
        BigDecimal unit = takeValue(Kind.DIGIT);
        if (unit == null) {
            unit = takeValue(Kind.ARTICLE);
        }
        if (unit != null) {
            BigDecimal tens = take(Kind.AND) ? takeValue(Kind.TENS) : null;
            if (tens != null) {
                return tens.add(unit);
            }
            at = mark;
        }
        return null;
    }

    private @Nullable BigDecimal pointed(@Nullable BigDecimal whole) {
        int mark = at;
        if (whole == null || !take(Kind.POINT)) {
            return whole;
        }
        StringBuilder decimals = new StringBuilder(".");
        BigDecimal two = is(Kind.DIGIT) && !lexicon.saysUnitsFirst() ? null : twoDigits();
        BigDecimal written = two == null ? lexicon.digits().value(words, at) : null;
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

    /** Ten to ninety-nine. */
    private @Nullable BigDecimal twoDigits() {
        int mark = at;
        BigDecimal two = small();
        if (two != null && two.compareTo(BigDecimal.TEN) < 0) {
            at = mark;
            return null;
        }
        return two;
    }

    private @Nullable BigDecimal spokenDigit() {
        BigDecimal digit = takeValue(Kind.DIGIT);
        return digit != null ? digit : takeValue(Kind.INNER_DIGIT);
    }

    /** "(two) and a half", "(one) and three quarters". */
    private BigDecimal fractionBehind() {
        BigDecimal half = takeValue(Kind.AND_HALF);
        if (half != null) {
            return half;
        }
        int mark = at;
        if (take(Kind.AND)) {
            BigDecimal count = take(Kind.ARTICLE) ? ONE : value(Kind.DIGIT);
            if (count != null && is(Kind.DIGIT)) {
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
        return takeValue(kind) != null;
    }

    private @Nullable BigDecimal takeValue(Kind kind) {
        BigDecimal value = value(kind);
        at += value != null ? 1 : 0;
        return value;
    }

    private boolean is(Kind kind) {
        return value(kind) != null;
    }

    private @Nullable BigDecimal value(Kind kind) {
        if (ordinalAt >= 0 && at > ordinalAt) {
            return null;
        }
        return at == ordinalAt ? lexicon.ordinalValue(words, at, kind) : lexicon.value(words, at, kind);
    }
}
