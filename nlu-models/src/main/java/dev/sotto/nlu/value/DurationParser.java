package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Phrasebook.Filled;
import dev.sotto.nlu.value.Phrasebook.Match;
import dev.sotto.nlu.value.Spoken.NumberRead;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The built-in type {@code duration}: "an hour and a half", "two weeks", "5 minutes 10 seconds", "PT5H10M". Resolves as
 * Lex V2 does, to ISO 8601: {@code PT1H30M}, {@code P2W}. Nothing is carried over: 90 minutes are {@code PT90M}.
 */
final class DurationParser implements ValueParser {

    private static final Pattern ISO = Pattern.compile("(?i)P(?=[0-9T])(?:[0-9]{1,6}[YMWD]){0,4}"
            + "(?:T(?:[0-9]{1,6}(?:\\.[0-9]{1,9})?[HMS]){1,3})?(?![\\p{L}\\p{Nd}])");

    /** Units that a phrase names without a hole for them. */
    private static final Map<String, Integer> UNITS = Map.of("weeks", 604_800, "minutes", 60);

    private final Phrasebook phrases;
    private final NumberLexicon numbers;

    DurationParser(Locale locale) {
        phrases = Phrasebook.of("durations", locale);
        numbers = NumberLexicon.of(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        Optional<FoundValue> written = iso(spoken.tokens(), from);
        if (written.isPresent()) {
            return written;
        }
        DurationSum sum = new DurationSum();
        int at = from;
        Match part = part(spoken, at);
        while (part != null) {
            BigDecimal count = part.amount("n", BigDecimal.ONE);
            String counted = part.word();
            BigDecimal amount = switch (counted) {
                case "plus" -> count.add(new BigDecimal(part.meaning().get(1)));
                default -> count.multiply(new BigDecimal(part.meaning().get(1)));
            };
            if (!sum.add(amount, part.has("unit") ? part.hole("unit", 1) : UNITS.getOrDefault(counted, 1))) {
                return Optional.empty();
            }
            at = part.end();
            Match join = phrases.match("join", spoken.tokens(), at, (hole, token) -> null);
            part = part(spoken, join == null ? at : join.end());
        }
        return at == from ? Optional.empty() : Optional.of(FoundValue.of(from, at, sum.iso()));
    }

    private @Nullable Match part(Spoken spoken, int from) {
        return phrases.match("say", spoken.tokens(), from, (hole, at) -> {
            if (hole.equals("unit")) {
                Integer unit = phrases.word("unit", spoken.tokens(), at);
                return unit == null ? null : Filled.of(unit, at + 1);
            }
            NumberRead number = spoken.digits(at);
            number = number == null ? spoken.number(at) : number;
            boolean article = number == null
                    && numbers.countsArticles()
                    && numbers.is(spoken.tokens(), at, NumberLexicon.Kind.ARTICLE);
            if (article) {
                return Filled.of(1, at + 1);
            }
            return number == null || number.value().signum() < 0 ? null : new Filled(number, number.end());
        });
    }

    private static Optional<FoundValue> iso(Words words, int from) {
        if (!words.get(from).startsWith("p")) {
            return Optional.empty();
        }
        Matcher matcher = ISO.matcher(words.textFrom(from));
        if (!matcher.lookingAt()
                || matcher.end() < 3
                || matcher.group().toUpperCase(Locale.ROOT).endsWith("T")) {
            return Optional.empty();
        }
        int to = words.endingAt(from, words.start(from) + matcher.end());
        return to < 0
                ? Optional.empty()
                : Optional.of(FoundValue.of(from, to, matcher.group().toUpperCase(Locale.ROOT)));
    }
}
