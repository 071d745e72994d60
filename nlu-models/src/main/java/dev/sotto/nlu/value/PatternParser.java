package dev.sotto.nlu.value;

import java.util.Locale;
import java.util.Optional;

/**
 * Codes of a pattern of the bot's own, written or spelled. What matches as it was said is taken so, else what matches in
 * capitals or in small letters.
 */
public final class PatternParser implements ValueParser {

    /** A code is not longer than its characters, each said with an example. */
    private static final int MOST_TOKENS = 40;

    private final CodePattern pattern;
    private final Spelling spelling;

    public PatternParser(CodePattern pattern, Locale locale) {
        this.pattern = pattern;
        spelling = new Spelling(locale);
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        Optional<FoundValue> written = written(spoken, from);
        Optional<FoundValue> spelled = spelled(spoken, from);
        boolean longer = spelled.isPresent()
                && (written.isEmpty() || spelled.get().to() > written.get().to());
        return longer ? spelled : written;
    }

    private Optional<FoundValue> written(Spoken spoken, int from) {
        Optional<FoundValue> found = Optional.empty();
        int most = Math.min(spoken.tokens().size(), from + MOST_TOKENS);
        for (int to = from + 1; to <= most; to++) {
            String text = spoken.tokens().text(from, to);
            if (text.length() > 2 * CodePattern.MAX_VALUE) {
                break;
            }
            int end = to;
            Optional<FoundValue> longer = matched(text)
                    .or(() -> matched(text.replace(" ", "")))
                    .map(value -> FoundValue.of(from, end, value));
            found = longer.isPresent() ? longer : found;
        }
        return found;
    }

    private Optional<FoundValue> spelled(Spoken spoken, int from) {
        Optional<FoundValue> found = Optional.empty();
        StringBuilder text = new StringBuilder();
        Spelling.Unit unit = spelling.unit(spoken, from);
        while (unit != null) {
            text.append(unit.text());
            if (text.length() > CodePattern.MAX_VALUE) {
                break;
            }
            int end = unit.end();
            Optional<FoundValue> longer = matched(text.toString()).map(value -> FoundValue.of(from, end, value));
            found = longer.isPresent() ? longer : found;
            unit = spelling.unit(spoken, unit.end());
        }
        return found;
    }

    private Optional<String> matched(String text) {
        if (pattern.matches(text)) {
            return Optional.of(text);
        }
        String capitals = text.toUpperCase(Locale.ROOT);
        if (pattern.matches(capitals)) {
            return Optional.of(capitals);
        }
        String small = text.toLowerCase(Locale.ROOT);
        return pattern.matches(small) ? Optional.of(small) : Optional.empty();
    }
}
