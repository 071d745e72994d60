package dev.sotto.speech.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns text into words that any English voice can read: letters, apostrophes and {@code , . ? !}, all in ASCII. Immutable;
 * safe for many threads.
 */
public final class Normaliser {

    private static final Pattern TIMES = Pattern.compile("(?<m>\\d{1,3})'(?:(?<s>\\d{1,2})(?:\"|''))?");

    private final List<Rule> rules;
    private final boolean dayFirst;

    private Normaliser(boolean dayFirst) {
        this.dayFirst = dayFirst;
        this.rules = new Rules(dayFirst).all();
    }

    /** Returns the one for a language and country, or nothing for a language other than English. */
    public static Optional<Normaliser> forLocale(Locale locale) {
        if (!locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return Optional.empty();
        }
        boolean american = locale.getCountry().isEmpty() || locale.getCountry().equals("US");
        return Optional.of(american ? Holder.AMERICAN : Holder.OTHERS);
    }

    /** Returns text in words, each thing by its looks. */
    public String words(String text) {
        return Signs.tidy(AsciiFold.letters(Signs.words(read(AsciiFold.punctuation(text)))));
    }

    /**
     * Returns text in words, as what it is said to be; by its looks if it cannot be that.
     *
     * @param format of a date: {@code mdy}, {@code dmy}, {@code ymd}, {@code md}, {@code dm}, {@code my}, {@code y}…
     */
    public String words(String text, Reading reading, Optional<String> format) {
        String plain = AsciiFold.punctuation(text).trim();
        Optional<String> words = switch (reading) {
            case TEXT -> Optional.empty();
            case EXPLETIVE -> Optional.of("");
            case CHARACTERS -> Optional.of(Spelling.characters(AsciiFold.letters(plain)));
            case DIGITS -> Optional.of(NumberWords.digits(plain)).filter(digits -> !digits.isEmpty());
            case TELEPHONE -> telephone(plain);
            case CARDINAL -> cardinal(plain);
            case ORDINAL -> whole(plain).map(NumberWords::ordinal);
            case DATE ->
                format.flatMap(order -> SpokenDate.of(plain, order.trim().toLowerCase(Locale.ROOT)));
            case TIME -> time(plain);
            case CURRENCY -> currency(plain);
            case UNIT -> Units.words(plain, false);
            case FRACTION -> Optional.empty();
        };
        return words.map(found -> Signs.tidy(AsciiFold.letters(found))).orElseGet(() -> words(text));
    }

    private String read(String text) {
        StringBuilder words = new StringBuilder(text.length() * 2);
        int at = 0;
        while (at < text.length()) {
            if (!isStart(text, at)) {
                words.append(text.charAt(at++));
                continue;
            }
            Optional<Abbreviations.Found> found = found(text, at);
            if (found.isPresent()) {
                words.append(' ').append(found.get().words()).append(' ');
                at = found.get().end();
            } else {
                words.append(text.charAt(at++));
            }
        }
        return words.toString();
    }

    private Optional<Abbreviations.Found> found(String text, int at) {
        for (Rule rule : rules) {
            Matcher matcher = rule.written().matcher(text).region(at, text.length());
            matcher.useTransparentBounds(true);
            if (matcher.lookingAt()) {
                String before = text.substring(Math.max(0, at - 40), at);
                Optional<String> words = rule.words().apply(matcher, before);
                if (words.isPresent()) {
                    return Optional.of(new Abbreviations.Found(words.get(), matcher.end()));
                }
            }
        }
        return Abbreviations.at(text, at);
    }

    /** Where something may begin: not in the midst of a word or a number. */
    private static boolean isStart(String text, int at) {
        char here = text.charAt(at);
        if (here == ' ') {
            return false;
        }
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Character.isLetterOrDigit(before)
                && !(before == '.' && at > 1 && Character.isDigit(text.charAt(at - 2)));
    }

    private static Optional<String> telephone(String plain) {
        String number = plain.matches("\\d{10}")
                ? plain.substring(0, 3) + "-" + plain.substring(3, 6) + "-" + plain.substring(6)
                : plain;
        return Rules.telephone(number).filter(words -> !words.isBlank());
    }

    private static Optional<Long> whole(String plain) {
        String digits = plain.replaceAll("[,\\s]", "").replaceAll("(?i)(st|nd|rd|th)$", "");
        return digits.matches("\\d{1," + NumberWords.MOST_DIGITS + "}")
                ? Optional.of(Long.parseLong(digits))
                : Optional.empty();
    }

    private static Optional<String> cardinal(String plain) {
        Matcher number = Pattern.compile("(?<minus>-)?(?<whole>[\\d,]{1,20})(?:\\.(?<part>\\d{1,20}))?")
                .matcher(plain);
        if (!number.matches() || !number.group("whole").matches(".*\\d.*")) {
            return Optional.empty();
        }
        String whole = number.group("whole").replace(",", "");
        String part = Rule.group(number, "part");
        return Optional.of((number.group("minus") == null ? "" : "minus ")
                + (part.isEmpty() ? NumberWords.whole(whole) : NumberWords.decimal(whole, part)));
    }

    /** Minutes and seconds as a stop-watch shows them; a time of day is read by its looks. */
    private static Optional<String> time(String plain) {
        Matcher found = TIMES.matcher(plain);
        if (!found.matches()) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(found.group("m"));
        String words = NumberWords.cardinal(minutes) + (minutes == 1 ? " minute" : " minutes");
        String seconds = Rule.group(found, "s");
        return Optional.of(
                seconds.isEmpty()
                        ? words
                        : words + " and " + NumberWords.whole(seconds)
                                + (seconds.matches("0?1") ? " second" : " seconds"));
    }

    /** A sum without a currency is one of the country's. */
    private Optional<String> currency(String plain) {
        return plain.matches("[\\d.,]+") ? Optional.of(words((dayFirst ? "\u00a3" : "$") + plain)) : Optional.empty();
    }

    private static final class Holder {
        private static final Normaliser AMERICAN = new Normaliser(false);
        private static final Normaliser OTHERS = new Normaliser(true);
    }
}
