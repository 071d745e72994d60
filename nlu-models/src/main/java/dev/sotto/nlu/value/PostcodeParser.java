package dev.sotto.nlu.value;

import dev.sotto.nlu.value.Spelling.Sort;
import dev.sotto.nlu.value.Spelling.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The built-in type {@code uk-postcode}, in its six formats: "SW1A 2AA", "s w one a two double a". Resolves to capitals with
 * a space before the last three characters.
 */
final class PostcodeParser implements ValueParser {

    private static final Pattern FORM = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    private static final int LONGEST = 7;
    private static final int INWARD = 3;
    private static final int LONGEST_RUN = 2;

    private final Spelling spelling;

    PostcodeParser(Locale locale) {
        spelling = new Spelling(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        StringBuilder text = new StringBuilder();
        Optional<FoundValue> found = Optional.empty();
        Unit unit = spelling.unit(spoken, from);
        while (unit != null && (unit.sort() != Sort.WORD || unit.text().length() <= LONGEST_RUN)) {
            text.append(unit.text().toUpperCase(Locale.ROOT));
            if (text.length() > LONGEST) {
                break;
            }
            if (FORM.matcher(text).matches()) {
                int cut = text.length() - INWARD;
                found = Optional.of(
                        FoundValue.of(from, unit.end(), text.substring(0, cut) + " " + text.substring(cut)));
            }
            unit = spelling.unit(spoken, unit.end());
        }
        return found;
    }
}
