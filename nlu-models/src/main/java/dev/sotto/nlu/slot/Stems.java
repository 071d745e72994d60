package dev.sotto.nlu.slot;

import dev.sotto.nlu.text.Plural;
import dev.sotto.nlu.value.NumberParser;
import java.util.Locale;
import java.util.Map;

/** The form in which words are compared: without plural ending, number words as digits. Immutable, for any thread. */
final class Stems {

    private final Map<String, String> digits;

    Stems(Locale locale) {
        digits = NumberParser.wordsAsDigits(locale);
    }

    String of(String folded) {
        String number = digits.get(folded);
        return number != null ? number : Plural.stem(folded);
    }
}
