package dev.sotto.nlu.value;

import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Phrasebook.Filled;
import dev.sotto.nlu.value.Phrasebook.Match;
import dev.sotto.nlu.value.Spoken.NumberRead;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The built-in type {@code time}: "half past six in the evening", "quarter to nine", "17:30", "5 pm", "noon", "in ten
 * minutes". Resolves as Lex V2 does, to {@code 18:30}; a time of which nothing tells whether it is before or after noon
 * is ambiguous between the two.
 */
final class TimeParser implements ValueParser {

    private static final Pattern CLOCK = Pattern.compile("([01]?[0-9]|2[0-4])([:.])([0-5][0-9])(?::[0-5][0-9])?");
    private static final Pattern FOUR_DIGITS = Pattern.compile("([01][0-9]|2[0-3])([0-5][0-9])");
    private static final int NOON = 12;
    private static final int DAY = 24;
    private static final int HOUR = 60;

    /** What tells the half of the day. */
    private enum Part {
        AM,
        PM,
        /** From the evening till the small hours. */
        NIGHT,
        /** Nothing does. */
        NONE,
        /** The hour is one of a day of 24. */
        EXACT
    }

    /** Minutes since midnight, or since midnight or noon. */
    private record Reading(int minutes, Part part, int end) {}

    private final Phrasebook phrases;

    TimeParser(Locale locale) {
        phrases = Phrasebook.of("times", locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        Match before = part(spoken, "before", from);
        int start = before == null ? from : before.end();
        Reading sure = longer(clock(spoken, start), said(spoken, start, "say"));
        Reading found = longer(sure, said(spoken, start, "asked"));
        Match part = before != null || found == null ? before : part(spoken, "part", found.end());
        if (part == null && occasion == Occasion.VOLUNTEERED) {
            found = sure;
        }
        if (found == null) {
            return Optional.empty();
        }
        int end = before == null && part != null ? part.end() : found.end();
        return Optional.of(value(from, end, found.minutes(), part == null ? found.part() : half(part, found)));
    }

    private @Nullable Match part(Spoken spoken, String section, int at) {
        return phrases.match(section, spoken.tokens(), at, (hole, token) -> null);
    }

    private static Part half(Match part, Reading found) {
        boolean settled = found.minutes() >= (NOON + 1) * HOUR && found.part() == Part.EXACT;
        return settled ? Part.EXACT : Part.valueOf(part.word().toUpperCase(Locale.ROOT));
    }

    private static @Nullable Reading longer(@Nullable Reading one, @Nullable Reading other) {
        return one == null || (other != null && other.end() > one.end()) ? other : one;
    }

    private static FoundValue value(int from, int end, int minutes, Part part) {
        int ofHalf = Math.floorMod(minutes, NOON * HOUR);
        boolean exact = part == Part.EXACT || minutes >= (NOON + 1) * HOUR;
        if (exact || part == Part.AM || part == Part.PM) {
            int afterNoon = part == Part.PM ? NOON * HOUR : 0;
            return FoundValue.of(from, end, written(exact ? minutes : ofHalf + afterNoon));
        }
        if (part == Part.NIGHT) {
            return FoundValue.of(from, end, written(ofHalf >= NOON * HOUR / 2 ? ofHalf + NOON * HOUR : ofHalf));
        }
        String early = written(ofHalf);
        String late = written(ofHalf + NOON * HOUR);
        boolean midday = ofHalf < HOUR;
        return FoundValue.ambiguous(from, end, midday ? List.of(late, early) : List.of(early, late));
    }

    private static String written(int minutes) {
        return LocalTime.MIN.plusMinutes(Math.floorMod(minutes, DAY * HOUR)).toString();
    }

    /** "17:30", "5:30", "9.15". An hour with a nought before it, or above 12, is one of 24. */
    private @Nullable Reading clock(Spoken spoken, int at) {
        if (at >= spoken.tokens().size()) {
            return null;
        }
        Matcher matcher = CLOCK.matcher(spoken.tokens().get(at));
        if (!matcher.matches()) {
            return null;
        }
        int end = at + 1;
        Match sign = part(spoken, "sign", end);
        boolean clock24 = phrases.has("sign");
        boolean dotted = matcher.group(2).equals(".") && sign == null && part(spoken, "part", end) == null;
        if (dotted) {
            return null;
        }
        return reading(matcher, sign == null ? end : sign.end(), clock24);
    }

    private static Reading reading(Matcher matcher, int end, boolean clock24) {
        String hour = matcher.group(1);
        int minutes = Integer.parseInt(hour) * HOUR + Integer.parseInt(matcher.group(matcher.groupCount()));
        boolean exact = clock24 || hour.startsWith("0") || minutes >= (NOON + 1) * HOUR;
        return new Reading(minutes, exact ? Part.EXACT : Part.NONE, end);
    }

    private @Nullable Reading said(Spoken spoken, int at, String section) {
        Match match = phrases.match(section, spoken.tokens(), at, (hole, token) -> fill(spoken, hole, token));
        if (match == null) {
            return null;
        }
        int given = match.argument(1, 0);
        int hour = match.hole("h", 0) * HOUR;
        int minute = match.hole("m", match.hole("mm", match.hole("oh", match.hole("hhmm", 0))));
        boolean over = match.has("h") && (hour == 0 || hour > NOON * HOUR);
        Part part = over ? Part.EXACT : Part.NONE;
        int end = match.end();
        return switch (match.word()) {
            case "at" -> new Reading(given * HOUR + match.argument(2, 0), Part.EXACT, end);
            case "exact" -> new Reading(hour + minute, Part.EXACT, end);
            case "past" -> new Reading(hour + minute + given, part, end);
            case "to" -> new Reading(hour - minute - given, part, end);
            case "half-to" -> new Reading(hour - HOUR / 2 - minute, part, end);
            case "half-past" -> new Reading(hour - HOUR / 2 + minute, part, end);
            case "digits" -> new Reading(minute, Part.EXACT, end);
            case "in" -> new Reading(now(spoken) + match.hole("n", 1) * given, Part.EXACT, end);
            default -> null;
        };
    }

    private static int now(Spoken spoken) {
        return spoken.moment().now().toLocalTime().toSecondOfDay() / HOUR;
    }

    private static @Nullable Filled fill(Spoken spoken, String hole, int at) {
        Words words = spoken.tokens();
        if (hole.equals("hhmm")) {
            Matcher digits = FOUR_DIGITS.matcher(at < words.size() ? words.get(at) : "");
            return digits.matches()
                    ? new Filled(whole(reading(digits, at + 1, true).minutes(), at + 1), at + 1)
                    : null;
        }
        if (hole.equals("oh")) {
            NumberRead digit = spoken.small(at);
            Integer value = digit == null ? null : digit.within(1, 9);
            return value == null || digit == null ? null : new Filled(digit, digit.end());
        }
        boolean number = hole.equals("n");
        NumberRead read = number ? spoken.number(at) : spoken.small(at);
        int least = hole.equals("mm") ? 10 : 0;
        int most = hole.equals("h") ? DAY : number ? 10_000 : HOUR - 1;
        return read == null || read.within(least, most) == null ? null : new Filled(read, read.end());
    }

    private static NumberRead whole(int value, int end) {
        return new NumberRead(BigDecimal.valueOf(value), null, end);
    }
}
