package dev.sotto.speech.script;

import dev.sotto.speech.Phrase;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the attributes of SSML mean. Pure functions. */
final class Speech {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Pattern TIME = Pattern.compile("\\+?(?<number>\\d{1,6}(?:\\.\\d{1,3})?)(?<unit>ms|s)");
    private static final Pattern PERCENT = Pattern.compile("(?<sign>[+-]?)(?<number>\\d{1,4}(?:\\.\\d{1,3})?)%");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}(?:\\.\\d{1,3})?");
    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private static final Map<String, Integer> STRENGTHS =
            Map.of("none", 0, "x-weak", 0, "weak", 130, "medium", 200, "strong", 400, "x-strong", 700);
    private static final Map<String, Double> RATES =
            Map.of("x-slow", 0.6, "slow", 0.8, "medium", 1.0, "fast", 1.25, "x-fast", 1.6);
    private static final Map<String, Double> EMPHASES =
            Map.of("strong", 0.85, "moderate", 0.92, "reduced", 1.08, "none", 1.0);

    private Speech() {}

    /** Returns how long a break is; without a time or strength that means something, a medium one. */
    static Duration pause(Optional<String> time, Optional<String> strength) {
        Optional<Duration> exact =
                time.map(TIME::matcher).filter(Matcher::matches).map(Speech::length);
        int usual = STRENGTHS.getOrDefault(strength.orElse("medium").toLowerCase(Locale.ROOT), 200);
        Duration length = exact.orElse(Duration.ofMillis(usual));
        return length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
    }

    /** Returns by how much faster to speak. */
    static double rate(Optional<String> rate) {
        String name = rate.orElse("medium").toLowerCase(Locale.ROOT);
        Matcher percent = PERCENT.matcher(name);
        if (percent.matches()) {
            double number = Double.parseDouble(percent.group("number")) / 100;
            return switch (percent.group("sign")) {
                case "+" -> 1 + number;
                case "-" -> Math.max(Phrase.SLOWEST, 1 - number);
                default -> number;
            };
        }
        return NUMBER.matcher(name).matches() ? Double.parseDouble(name) : RATES.getOrDefault(name, 1.0);
    }

    /** Returns by how much faster to speak: what is emphasised is said slowly. */
    static double emphasis(Optional<String> level) {
        return EMPHASES.getOrDefault(level.orElse("moderate").toLowerCase(Locale.ROOT), 1.0);
    }

    /** Returns the nearest pace that there is. */
    static double within(double pace) {
        return Math.max(Phrase.SLOWEST, Math.min(Phrase.FASTEST, pace));
    }

    static boolean isMark(String name) {
        return MARK.matcher(name).matches();
    }

    private static Duration length(Matcher time) {
        double number = Double.parseDouble(time.group("number"));
        return Duration.ofMillis(Math.round(time.group("unit").equals("s") ? 1_000 * number : number));
    }
}
