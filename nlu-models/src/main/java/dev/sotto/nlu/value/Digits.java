package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers written in digits: {@code 1,234.50}, {@code -15.245}, {@code 1/2}. Immutable and safe for any thread. */
final class Digits {

    /** Larger denominators are dates or codes rather than fractions. */
    private static final int MAX_DENOMINATOR = 16;

    private static final int FRACTION_DIGITS = 4;

    private final Pattern form;
    private final char decimal;

    private Digits(char decimal, char grouping) {
        this.decimal = decimal;
        form = Pattern.compile("[+\\-\u2212]?(?:\\p{Nd}{1,18}|\\p{Nd}{1,3}(?:\\" + grouping + "\\p{Nd}{3}){1,5})(?:\\"
                + decimal + "\\p{Nd}{1,18})?");
    }

    /** Where a comma is the decimal sign, points stand between thousands; else it is the other way round. */
    static Digits of(Locale locale) {
        boolean comma = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ','
                && !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return comma ? new Digits(',', '.') : new Digits('.', ',');
    }

    /** Returns the number a word is in digits, or null. */
    @Nullable BigDecimal value(Words words, int at) {
        if (at >= words.size() || !isDigits(words, at) || joined(words, at - 1) || joined(words, at)) {
            return null;
        }
        return plain(words.get(at));
    }

    /** Returns the value of a fraction such as {@code 3/4} that starts here and takes two words, or null. */
    @Nullable BigDecimal fraction(Words words, int at) {
        if (!joined(words, at) || joined(words, at - 1) || joined(words, at + 1)) {
            return null;
        }
        if (!words.text(at, at + 2).contains("/")) {
            return null;
        }
        BigDecimal below = plain(words.get(at + 1));
        boolean sensible = below.scale() == 0 && below.signum() > 0 && below.intValue() <= MAX_DENOMINATOR;
        return sensible ? plain(words.get(at)).divide(below, FRACTION_DIGITS, RoundingMode.HALF_UP) : null;
    }

    /** Whether a word and the next are digits with a hyphen or slash between: a range, a date, a fraction, a code. */
    private boolean joined(Words words, int at) {
        return at >= 0
                && at + 1 < words.size()
                && words.start(at + 1) == words.end(at) + 1
                && !words.text(at, at + 2).contains(" ")
                && isDigits(words, at)
                && isDigits(words, at + 1);
    }

    private boolean isDigits(Words words, int at) {
        String word = words.get(at);
        return !word.isEmpty()
                && Character.isDigit(word.codePointBefore(word.length()))
                && form.matcher(word).matches();
    }

    private BigDecimal plain(String digits) {
        StringBuilder plain = new StringBuilder(digits.length());
        for (int at = 0; at < digits.length(); ) {
            int c = digits.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (c == decimal) {
                plain.append('.');
            } else if (c == '-' || c == '\u2212') {
                plain.append('-');
            }
        }
        return new BigDecimal(plain.toString());
    }
}
