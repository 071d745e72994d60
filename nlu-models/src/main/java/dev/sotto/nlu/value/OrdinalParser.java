package dev.sotto.nlu.value;

import dev.sotto.nlu.value.Spoken.NumberRead;
import java.util.Optional;

/** The built-in type {@code ordinal}: "first", "twenty-second", "3rd". Resolves to plain digits: {@code 22}. */
final class OrdinalParser implements ValueParser {

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        NumberRead ordinal = spoken.ordinal(from);
        if (ordinal == null && occasion == Occasion.ASKED) {
            NumberRead number = spoken.number(from);
            boolean counts = number != null
                    && number.value().signum() > 0
                    && number.value().scale() <= 0;
            ordinal = counts ? number : null;
        }
        return Optional.ofNullable(ordinal)
                .map(read -> FoundValue.of(from, read.end(), NumberParser.plain(read.value())));
    }
}
