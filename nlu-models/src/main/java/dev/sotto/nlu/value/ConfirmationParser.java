package dev.sotto.nlu.value;

import java.util.Locale;
import java.util.Optional;

/**
 * The built-in type {@code confirmation}, which resolves as Lex V2 does, to {@code Yes}, {@code No}, {@code Maybe} or {@code
 * Don't know}. An answer only.
 */
final class ConfirmationParser implements ValueParser {

    private final YesNoParser answers;

    ConfirmationParser(Locale locale) {
        answers = new YesNoParser(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        if (occasion != Occasion.ASKED || from != 0) {
            return Optional.empty();
        }
        Optional<FoundValue> decided = answers.parse(spoken, from, occasion);
        return decided.or(() -> answers.undecided(spoken.words())
                .map(value -> FoundValue.of(0, spoken.tokens().size(), value)));
    }
}
