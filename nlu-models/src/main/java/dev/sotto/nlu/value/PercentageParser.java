package dev.sotto.nlu.value;

import dev.sotto.nlu.value.Spoken.NumberRead;
import java.util.Locale;
import java.util.Optional;

/**
 * The built-in type {@code percentage}: "fifty percent", "12.5 %". Resolves as Lex V2 does, to {@code 50%}; a bare number
 * counts as an answer only, and stays one.
 */
final class PercentageParser implements ValueParser {

    private final Phrasebook phrases;

    PercentageParser(Locale locale) {
        phrases = Phrasebook.of("percentages", locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        NumberRead number = spoken.number(from);
        if (number == null) {
            return Optional.empty();
        }
        String digits = NumberParser.plain(number.value());
        int at = number.end();
        Phrasebook.Match sign = phrases.match("say", spoken.tokens(), at, (hole, token) -> null);
        if (sign != null) {
            return Optional.of(FoundValue.of(from, sign.end(), digits + "%"));
        }
        if (spoken.tokens().is(at, "%")) {
            return Optional.of(FoundValue.of(from, at + 1, digits + "%"));
        }
        return occasion == Occasion.ASKED ? Optional.of(FoundValue.of(from, at, digits)) : Optional.empty();
    }
}
