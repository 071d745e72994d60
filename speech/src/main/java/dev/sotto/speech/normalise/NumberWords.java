package dev.sotto.speech.normalise;

import java.util.List;
import java.util.StringJoiner;

/** English words for numbers. Pure functions. */
public final class NumberWords {

    /** More digits are read one by one. */
    static final int MOST_DIGITS = 15;

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> GROUPS = List.of("", " thousand", " million", " billion", " trillion");
    private static final List<String> ORDINALS = List.of(
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    private NumberWords() {}

    /** Returns a whole number, not below 0, in words. */
    public static String cardinal(long number) {
        if (number < 1_000) {
            return belowThousand((int) number);
        }
        StringJoiner words = new StringJoiner(" ");
        long unit = 1_000_000_000_000L;
        long left = number;
        for (int group = GROUPS.size() - 1; group >= 0; group--) {
            int part = (int) (left / unit);
            if (part > 0) {
                words.add(belowThousand(part) + GROUPS.get(group));
            }
            left %= unit;
            unit /= 1_000;
        }
        return words.toString();
    }

    /** Returns a number as a place in a row: {@code twenty third}. */
    public static String ordinal(long number) {
        String cardinal = cardinal(number);
        int last = cardinal.lastIndexOf(' ') + 1;
        String word = cardinal.substring(last);
        int small = SMALL.indexOf(word);
        String ordinal;
        if (small >= 0 && small < ORDINALS.size()) {
            ordinal = ORDINALS.get(small);
        } else if (word.endsWith("y")) {
            ordinal = word.substring(0, word.length() - 1) + "ieth";
        } else {
            ordinal = word + "th";
        }
        return cardinal.substring(0, last) + ordinal;
    }

    /** Returns a year: {@code nineteen oh five}, {@code two thousand seven}, {@code twenty twenty six}. */
    static String year(int year) {
        int century = year / 100;
        int rest = year % 100;
        if (year < 1_000 || (century % 10 == 0 && rest < 10)) {
            return cardinal(year);
        }
        if (rest == 0) {
            return cardinal(century) + " hundred";
        }
        return cardinal(century) + " " + (rest < 10 ? "oh " : "") + cardinal(rest);
    }

    /** Returns a number that is written with digits only, in words or, if it is very long, digit by digit. */
    static String whole(String digits) {
        return digits.length() > MOST_DIGITS ? digits(digits) : cardinal(Long.parseLong(digits));
    }

    /** Returns a number with decimals: {@code three point one four}. */
    static String decimal(String whole, String decimals) {
        return (whole.isEmpty() ? "zero" : whole(whole)) + " point " + digits(decimals);
    }

    /** Returns the digits of a text one by one, all else left out. */
    public static String digits(String text) {
        StringJoiner words = new StringJoiner(" ");
        text.chars().filter(Character::isDigit).forEach(digit -> words.add(SMALL.get(Character.digit(digit, 10))));
        return words.toString();
    }

    private static String belowThousand(int number) {
        if (number < SMALL.size()) {
            return SMALL.get(number);
        }
        if (number < 100) {
            return TENS.get(number / 10) + (number % 10 == 0 ? "" : " " + SMALL.get(number % 10));
        }
        return SMALL.get(number / 100) + " hundred" + (number % 100 == 0 ? "" : " " + belowThousand(number % 100));
    }
}
