package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Fold;
import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.NumberLexicon.Kind;
import dev.sotto.nlu.value.Spoken.NumberRead;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How letters and digits are said one by one: "b as in bravo", "capital b", "double five", "oh", "ninety nine". Immutable
 * and safe for any thread.
 */
final class Spelling {

    /**
     * Some characters.
     *
     * @param text the letters as said, or digits
     * @param end the token after the last
     */
    record Unit(Sort sort, String text, int end) {}

    /** What a unit is. */
    enum Sort {
        LETTER,
        DIGITS,
        /** Several letters written together. */
        WORD
    }

    private static final int MAX_DIGITS = 30;

    private final Phrasebook phrases;
    private final Map<String, String> letters = new HashMap<>();

    Spelling(Locale locale) {
        phrases = Phrasebook.of("spelling", locale);
        for (String line :
                LanguageResource.lines(Spelling.class, "spelling", locale).orElse(List.of())) {
            String[] fields = line.split(" ", -1);
            for (int i = 2; fields[0].equals("letter") && i < fields.length; i++) {
                letters.put(Fold.fold(fields[i]), fields[1]);
            }
        }
    }

    /** Returns the sign that is said or written at a token, such as {@code .}, and the token after it; or null. */
    Phrasebook.@Nullable Match sign(Spoken spoken, int at) {
        return phrases.match("say", spoken.tokens(), at, (hole, token) -> null);
    }

    /** Returns whether a sign is the wanted one. */
    static boolean is(Phrasebook.@Nullable Match sign, String wanted) {
        return sign != null && sign.word().equals(wanted);
    }

    /** Returns the characters said at a token, the most that belong together; or null. */
    @Nullable Unit unit(Spoken spoken, int at) {
        Words tokens = spoken.tokens();
        if (at >= tokens.size()) {
            return null;
        }
        Phrasebook.Match sign = sign(spoken, at);
        if (is(sign, "capital") || is(sign, "small")) {
            Unit letter = sign == null ? null : letter(spoken, sign.end());
            return letter == null ? null : cased(letter, is(sign, "capital"));
        }
        if (is(sign, "w") && sign != null) {
            return new Unit(Sort.LETTER, "w", sign.end());
        }
        Integer times = times(spoken, at);
        if (times != null) {
            Unit repeated = single(spoken, at + 1);
            if (repeated != null) {
                return new Unit(repeated.sort(), repeated.text().repeat(times), repeated.end());
            }
        }
        Unit digits = digits(spoken, at);
        if (digits != null) {
            return digits;
        }
        Unit letter = letter(spoken, at);
        if (letter != null) {
            return letter;
        }
        boolean word = tokens.get(at).codePoints().allMatch(Character::isLetter)
                && !tokens.get(at).isEmpty();
        return word ? new Unit(Sort.WORD, tokens.text(at, at + 1), at + 1) : null;
    }

    private static @Nullable Integer times(Spoken spoken, int at) {
        BigDecimal value = spoken.lexicon().value(spoken.tokens(), at, Kind.MULTIPLE);
        return value == null ? null : value.intValue();
    }

    /** One letter or digit. */
    private @Nullable Unit single(Spoken spoken, int at) {
        String oh = inner(spoken, at);
        if (oh != null) {
            return new Unit(Sort.DIGITS, oh, at + 1);
        }
        Unit letter = letter(spoken, at);
        if (letter != null) {
            return letter;
        }
        NumberRead digit = spoken.small(at);
        Integer value = digit == null ? null : digit.within(0, 9);
        return value == null ? null : new Unit(Sort.DIGITS, value.toString(), at + 1);
    }

    /** "Oh" is a nought; "o" is one where digits stand beside it. */
    private static @Nullable String inner(Spoken spoken, int at) {
        if (!spoken.lexicon().is(spoken.tokens(), at, Kind.INNER_DIGIT)) {
            return null;
        }
        boolean letter = spoken.tokens().get(at).length() == 1;
        return letter && !isDigit(spoken, at - 1) && !isDigit(spoken, at + 1) ? null : "0";
    }

    private static boolean isDigit(Spoken spoken, int at) {
        return at >= 0 && (spoken.small(at) != null || spoken.digits(at) != null);
    }

    private static @Nullable Unit digits(Spoken spoken, int at) {
        Words tokens = spoken.tokens();
        String written = tokens.get(at);
        if (!written.isEmpty() && written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return written.length() > MAX_DIGITS ? null : new Unit(Sort.DIGITS, written, at + 1);
        }
        String oh = inner(spoken, at);
        if (oh != null) {
            return new Unit(Sort.DIGITS, oh, at + 1);
        }
        NumberRead small = spoken.small(at);
        Integer value = small == null ? null : small.within(0, 99);
        if (small == null || value == null) {
            return null;
        }
        int end = small.end();
        String noughts = "";
        if (value < 10 && spoken.lexicon().is(tokens, end, Kind.HUNDRED)) {
            noughts = "00";
        } else if (value < 10 && "1000".equals(String.valueOf(spoken.lexicon().value(tokens, end, Kind.SCALE)))) {
            noughts = "000";
        }
        return new Unit(Sort.DIGITS, value + noughts, end + (noughts.isEmpty() ? 0 : 1));
    }

    /** "b", "b as in bravo", "bravo". */
    private @Nullable Unit letter(Spoken spoken, int at) {
        Words tokens = spoken.tokens();
        if (at >= tokens.size()) {
            return null;
        }
        String word = tokens.get(at);
        boolean single = word.codePointCount(0, word.length()) == 1 && Character.isLetter(word.codePointAt(0));
        String named = letters.get(word);
        if (!single && named == null) {
            return null;
        }
        String letter = named == null ? tokens.text(at, at + 1) : named;
        Phrasebook.Match as = sign(spoken, at + 1);
        if (is(as, "as")
                && as != null
                && as.end() < tokens.size()
                && tokens.get(as.end()).length() > 1) {
            boolean same = tokens.get(as.end()).startsWith(Fold.fold(letter));
            if (same) {
                return new Unit(Sort.LETTER, letter, as.end() + 1);
            }
        }
        return new Unit(Sort.LETTER, letter, at + 1);
    }

    private static Unit cased(Unit letter, boolean capital) {
        String text =
                capital ? letter.text().toUpperCase(Locale.ROOT) : letter.text().toLowerCase(Locale.ROOT);
        return new Unit(letter.sort(), text, letter.end());
    }
}
