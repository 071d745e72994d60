package dev.sotto.nlu.value;

import dev.sotto.nlu.value.Phrasebook.Match;
import dev.sotto.nlu.value.Spelling.Sort;
import dev.sotto.nlu.value.Spelling.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The built-in type {@code phone}: "020 7946 0958", "oh seven seven double oh nine", "plus four four". Resolves as Lex V2
 * does, to the digits, with a plus before them if one was said. Whether such a number exists is not looked at.
 */
final class PhoneParser implements ValueParser {

    /** Shorter ones are extensions and emergency numbers, said only to who asks for them. */
    private static final int FEWEST = 7;

    private static final int FEWEST_ASKED = 3;

    /** ITU-T E.164 allows 15, and prefixes come on top. */
    private static final int MOST = 18;

    private static final Set<String> BETWEEN = Set.of("(", ")", "-", ".", "/");

    private final Spelling spelling;

    PhoneParser(Locale locale) {
        spelling = new Spelling(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        Match sign = spelling.sign(spoken, from);
        boolean plus = Spelling.is(sign, "+");
        int at = sign != null && plus ? sign.end() : from;
        StringBuilder digits = new StringBuilder();
        int end = from;
        if (at < spoken.tokens().size() && spoken.tokens().get(at).startsWith("+")) {
            plus = true;
            String written = spoken.tokens().get(at).substring(1).replace(".", "");
            if (!written.isEmpty() && written.chars().allMatch(Character::isDigit)) {
                digits.append(written);
            }
            end = ++at;
        }
        while (at < spoken.tokens().size() && digits.length() <= MOST) {
            Unit unit = spelling.unit(spoken, at);
            String written = spoken.tokens().get(at).replace(".", "");
            boolean dotted = written.length() > 4 && written.chars().allMatch(c -> c >= '0' && c <= '9');
            if (dotted) {
                digits.append(written);
                end = ++at;
            } else if (unit != null && unit.sort() == Sort.DIGITS) {
                digits.append(unit.text());
                at = unit.end();
                end = at;
            } else if (BETWEEN.contains(spoken.tokens().get(at))
                    && at + 1 < spoken.tokens().size()) {
                at++;
            } else {
                break;
            }
        }
        int fewest = occasion == Occasion.ASKED ? FEWEST_ASKED : FEWEST;
        boolean sound = digits.length() >= fewest && digits.length() <= MOST;
        return sound ? Optional.of(FoundValue.of(from, end, (plus ? "+" : "") + digits)) : Optional.empty();
    }
}
