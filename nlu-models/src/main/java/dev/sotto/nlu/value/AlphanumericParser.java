package dev.sotto.nlu.value;

import dev.sotto.nlu.value.Spelling.Sort;
import dev.sotto.nlu.value.Spelling.Unit;
import java.util.Locale;
import java.util.Optional;

/**
 * The built-in type {@code alphanumeric}: "AB12 3CD", "b as in bravo four two", "double o seven". Resolves to the letters and
 * digits without the spaces between them. In the middle of a sentence it must hold both a letter and a digit; a single word
 * is one only as the whole answer.
 */
final class AlphanumericParser implements ValueParser {

    private static final int LONGEST = 64;
    private static final int LONGEST_RUN = 4;

    private final Spelling spelling;

    AlphanumericParser(Locale locale) {
        spelling = new Spelling(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        Code code = read(spoken, from);
        int size = spoken.tokens().size();
        if (occasion == Occasion.ASKED && from == 0 && code.end() < size && size == 1) {
            Unit whole = spelling.unit(spoken, 0);
            return Optional.ofNullable(whole).map(unit -> FoundValue.of(0, unit.end(), unit.text()));
        }
        boolean mixed = code.text().codePoints().anyMatch(Character::isLetter)
                && code.text().codePoints().anyMatch(Character::isDigit);
        boolean whole = from == 0 && code.end() == size;
        boolean enough = occasion == Occasion.ASKED ? code.text().length() > 1 || whole : mixed;
        return enough && !code.text().isEmpty()
                ? Optional.of(FoundValue.of(from, code.end(), code.text()))
                : Optional.empty();
    }

    /** What is spelled from a token on. */
    record Code(String text, int end) {}

    Code read(Spoken spoken, int from) {
        StringBuilder text = new StringBuilder();
        int at = from;
        Unit unit = spelling.unit(spoken, at);
        while (unit != null && (unit.sort() != Sort.WORD || isCode(spoken, at)) && text.length() < LONGEST) {
            text.append(unit.text());
            at = unit.end();
            unit = spelling.unit(spoken, at);
        }
        return new Code(text.toString(), at);
    }

    /** Letters written together are part of a code if they are few and all capitals, or touch a digit. */
    private static boolean isCode(Spoken spoken, int at) {
        String written = spoken.tokens().text(at, at + 1);
        boolean touches = (at > 0
                        && spoken.tokens().touches(at - 1, at)
                        && endsInDigit(spoken.tokens().get(at - 1)))
                || (at + 1 < spoken.tokens().size()
                        && spoken.tokens().touches(at, at + 1)
                        && startsWithDigit(spoken.tokens().get(at + 1)));
        boolean capitals = written.length() <= LONGEST_RUN
                && written.equals(written.toUpperCase(Locale.ROOT))
                && !written.equals(written.toLowerCase(Locale.ROOT));
        return touches || capitals;
    }

    private static boolean endsInDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
    }

    private static boolean startsWithDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }
}
