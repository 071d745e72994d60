package dev.sotto.bot;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.value.BuiltInTypes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How dates, times and durations are said back to people, in the words of the bot's locale: {@code 2027-05-03} as "3 May 2027". Hooks get the
 * values themselves.
 */
public final class SpokenValues {

    private static final Pattern DURATION = Pattern.compile(
            "P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
    private static final List<String> UNITS = List.of("Y", "MO", "W", "D", "H", "M", "S");
    private static final int LONGEST = 40;

    /** Read once for each language; what is in a resource never changes. */
    private static final Map<String, Map<String, List<String>>> WORDS = new ConcurrentHashMap<>();

    private SpokenValues() {}

    /** Returns how a date, a time or a duration is said; any other value, and one that is not in its form, as it is. */
    public static String of(String value, SlotTypeName type, Locale locale) {
        if (value.length() > LONGEST) {
            return value;
        }
        try {
            if (type.equals(BuiltInTypes.DATE)) {
                return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(LocalDate.parse(value));
            }
            if (type.equals(BuiltInTypes.TIME)) {
                return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(LocalTime.parse(value))
                        .replace('\u202f', ' ')
                        .replace('\u00a0', ' ');
            }
        } catch (DateTimeException notInForm) {
            return value;
        }
        return type.equals(BuiltInTypes.DURATION) ? duration(value, locale) : value;
    }

    private static String duration(String value, Locale locale) {
        Map<String, List<String>> words = WORDS.computeIfAbsent(locale.getLanguage(), any -> words(locale));
        Matcher form = DURATION.matcher(value);
        if (words.isEmpty() || !form.matches()) {
            return value;
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < UNITS.size(); i++) {
            String number = form.group(i + 1);
            List<String> unit = words.getOrDefault(UNITS.get(i), List.of());
            if (number != null && unit.size() == 2) {
                parts.add(number + " " + unit.get(number.equals("1") ? 0 : 1));
            }
        }
        if (parts.size() < 2) {
            return parts.isEmpty() ? value : parts.get(0);
        }
        String last = parts.remove(parts.size() - 1);
        return String.join(", ", parts) + " "
                + words.getOrDefault("AND", List.of(",")).get(0) + " " + last;
    }

    private static Map<String, List<String>> words(Locale locale) {
        Map<String, List<String>> words = new HashMap<>();
        for (String line :
                LanguageResource.lines(SpokenValues.class, "units", locale).orElse(List.of())) {
            List<String> parts = List.of(line.split(" ", -1));
            words.put(parts.get(0), parts.subList(1, parts.size()));
        }
        return words;
    }
}
