package dev.sotto.nlu.value;

import dev.sotto.nlu.value.Phrasebook.Filled;
import dev.sotto.nlu.value.Phrasebook.Match;
import dev.sotto.nlu.value.Spoken.NumberRead;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The built-in type {@code date}: "tomorrow", "next Friday", "the 3rd", "in two weeks", "22nd November 2026",
 * "22/11/2026". Resolves as Lex V2 does, to {@code 2026-11-22}, reckoned from the moment of the utterance; where the
 * words leave it open which day is meant, all of them come back.
 */
final class DateParser implements ValueParser {

    private static final int LAST_DAY = 31;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;
    private static final int MOST = 100_000;

    private final Phrasebook phrases;
    private final NumericDate numeric;
    private final NumberLexicon numbers;

    DateParser(Locale locale) {
        phrases = Phrasebook.of("dates", locale);
        numeric = new NumericDate(locale);
        numbers = NumberLexicon.of(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        LocalDate today = spoken.moment().now().toLocalDate();
        Optional<NumericDate.Read> digits = numeric.read(spoken.tokens(), from, today);
        Match said = match(spoken, from, "say");
        if (occasion == Occasion.ASKED) {
            Match bare = match(spoken, from, "asked");
            said = said == null || (bare != null && bare.end() > said.end()) ? bare : said;
        }
        if (digits.isPresent() && (said == null || said.end() <= digits.get().end())) {
            return value(from, digits.get().end(), digits.get().dates());
        }
        return said == null ? Optional.empty() : value(from, said.end(), new DateMeaning(today).of(said));
    }

    private static Optional<FoundValue> value(int from, int end, List<LocalDate> dates) {
        List<String> written = dates.stream().map(LocalDate::toString).toList();
        return switch (written.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(FoundValue.likeliest(from, end, written));
            default -> Optional.of(FoundValue.ambiguous(from, end, written));
        };
    }

    private @Nullable Match match(Spoken spoken, int from, String section) {
        return phrases.match(section, spoken.tokens(), from, (hole, at) -> fill(spoken, hole, at));
    }

    private @Nullable Filled fill(Spoken spoken, String hole, int at) {
        return switch (hole) {
            case "o" -> whole(spoken.ordinal(at), 1, LAST_DAY);
            case "o2" -> whole(spoken.ordinal(at), 1, 12);
            case "d" -> day(spoken, at);
            case "y" -> whole(spoken.number(at), FIRST_YEAR, LAST_YEAR);
            case "n" -> count(spoken, at);
            default -> {
                Integer word = phrases.word(hole, spoken.tokens(), at);
                yield word == null ? null : Filled.of(word, at + 1);
            }
        };
    }

    private @Nullable Filled day(Spoken spoken, int at) {
        Filled ordinal = whole(spoken.ordinal(at), 1, LAST_DAY);
        return ordinal == null ? whole(spoken.small(at), 1, LAST_DAY) : ordinal;
    }

    private @Nullable Filled count(Spoken spoken, int at) {
        Filled number = whole(spoken.number(at), 0, MOST);
        boolean article = number == null && numbers.is(spoken.tokens(), at, NumberLexicon.Kind.ARTICLE);
        return article ? Filled.of(1, at + 1) : number;
    }

    private static @Nullable Filled whole(@Nullable NumberRead read, int least, int most) {
        return read == null || read.within(least, most) == null ? null : new Filled(read, read.end());
    }
}
