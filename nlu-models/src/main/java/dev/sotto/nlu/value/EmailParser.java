package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Phrasebook.Match;
import dev.sotto.nlu.value.Spelling.Sort;
import dev.sotto.nlu.value.Spelling.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The built-in type {@code email}: "john.smith@example.com", "john dot smith at example dot com", "j as in juliet underscore
 * smith forty two at example dot co dot uk". Resolves to the address, what was spoken in small letters.
 */
final class EmailParser implements ValueParser {

    private static final Pattern WRITTEN = Pattern.compile(
            "[\\p{L}\\p{Nd}_+-]{1,64}(?:\\.[\\p{L}\\p{Nd}_+-]{1,64}){0,8}@[\\p{L}\\p{Nd}-]{1,63}(?:\\.[\\p{L}\\p{Nd}-]{1,63}){1,8}");

    private static final Set<String> LOCAL_SIGNS = Set.of(".", "-", "_", "+");
    private static final Set<String> DOMAIN_SIGNS = Set.of(".", "-");
    private static final int LONGEST = 254;

    private final Spelling spelling;

    EmailParser(Locale locale) {
        spelling = new Spelling(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        Words tokens = spoken.tokens();
        Matcher written = WRITTEN.matcher(tokens.textFrom(from));
        if (written.lookingAt()) {
            int to = tokens.endingAt(from, tokens.start(from) + written.end());
            return to < 0 ? Optional.empty() : Optional.of(FoundValue.of(from, to, written.group()));
        }
        Part local = part(spoken, from, LOCAL_SIGNS);
        Match at = spelling.sign(spoken, local.end());
        if (local.text().isEmpty() || at == null || !Spelling.is(at, "@")) {
            return Optional.empty();
        }
        Part domain = part(spoken, at.end(), DOMAIN_SIGNS);
        String address = (local.text() + "@" + domain.text());
        return domain.text().contains(".") && address.length() <= LONGEST
                ? Optional.of(FoundValue.of(from, domain.end(), address))
                : Optional.empty();
    }

    private record Part(String text, int end) {}

    /** Words with signs between them; only what is spelled or counted stands beside another without a sign. */
    private Part part(Spoken spoken, int from, Set<String> signs) {
        StringBuilder text = new StringBuilder();
        int at = from;
        int end = from;
        boolean afterWord = false;
        while (text.length() < LONGEST) {
            Match sign = spelling.sign(spoken, at);
            if (sign != null && signs.contains(sign.word()) && end == at && text.length() > 0) {
                Unit next = spelling.unit(spoken, sign.end());
                if (next == null) {
                    break;
                }
                text.append(sign.word());
                at = sign.end();
                afterWord = false;
            }
            Unit unit = sign != null && isSign(sign) && at < sign.end() ? null : spelling.unit(spoken, at);
            boolean word = unit != null && unit.sort() == Sort.WORD;
            if (unit == null || (word && afterWord)) {
                break;
            }
            text.append(unit.text().toLowerCase(Locale.ROOT));
            afterWord = word;
            at = unit.end();
            end = at;
        }
        return new Part(text.toString(), end);
    }

    private static boolean isSign(Match sign) {
        return sign.word().length() == 1 && !Character.isLetter(sign.word().charAt(0));
    }
}
