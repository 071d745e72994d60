package dev.sotto.nlu.value;

import java.util.Optional;

/** The built-in type {@code free-text}: all that is answered, as it was said. */
final class FreeTextParser implements ValueParser {

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        int size = spoken.words().size();
        return occasion == Occasion.ASKED && from == 0 && size > 0
                ? Optional.of(
                        FoundValue.of(0, spoken.tokens().size(), spoken.words().text(0, size)))
                : Optional.empty();
    }
}
