package dev.sotto.nlu.value;

import dev.sotto.nlu.value.Spelling.Sort;
import dev.sotto.nlu.value.Spelling.Unit;
import java.util.Locale;
import java.util.Optional;

/** Names spelled letter by letter, "a n n a" or "b as in bravo o b", which become {@code Anna} and {@code Bob}. */
final class SpelledNameParser implements ValueParser {

    private static final int FEWEST = 2;
    private static final int MOST = 40;

    private final Spelling spelling;

    SpelledNameParser(Locale locale) {
        spelling = new Spelling(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        StringBuilder name = new StringBuilder();
        int end = from;
        int letters = 0;
        Unit unit = spelling.unit(spoken, from);
        while (unit != null && unit.sort() == Sort.LETTER && name.length() <= MOST) {
            boolean named = unit.end() == end + 1 && spoken.tokens().get(end).length() > 1;
            if (named && letters == 0) {
                break;
            }
            name.append(unit.text().toLowerCase(Locale.ROOT));
            letters++;
            end = unit.end();
            unit = spelling.unit(spoken, end);
        }
        if (letters < FEWEST || name.length() > MOST || occasion == Occasion.VOLUNTEERED) {
            return Optional.empty();
        }
        int first = Character.toTitleCase(name.codePointAt(0));
        String rest = name.substring(Character.charCount(name.codePointAt(0)));
        return Optional.of(FoundValue.of(from, end, Character.toString(first) + rest));
    }
}
