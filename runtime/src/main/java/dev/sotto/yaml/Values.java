package dev.sotto.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readers of single values. Each returns nothing, and notes why, if the value is not what it should be. */
public final class Values {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,9})?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private Values() {}

    /** Reads a text that is not empty. */
    public static Optional<YamlNode.Scalar> text(YamlNode node, String expected, Problems problems) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank() && !scalar.isEmpty()) {
            return Optional.of(scalar);
        }
        problems.add(node.position(), "value.kind", node.kind(), expected);
        return Optional.empty();
    }

    /** Reads {@code yes} or {@code no}. */
    public static Optional<Boolean> yesOrNo(YamlNode node, Problems problems) {
        return oneOf(node, List.of("yes", "no"), "value.choice", problems).map("yes"::equals);
    }

    /** Reads one of a few words. */
    public static Optional<String> oneOf(YamlNode node, Collection<String> valid, String code, Problems problems) {
        Optional<YamlNode.Scalar> scalar = text(node, "one of " + String.join(", ", valid), problems);
        if (scalar.isPresent() && !valid.contains(scalar.get().text())) {
            problems.addName(node.position(), code, node.kind(), scalar.get().text(), valid);
            return Optional.empty();
        }
        return scalar.map(YamlNode.Scalar::text);
    }

    /** Reads a decimal number in a range, both ends included. */
    public static Optional<BigDecimal> number(YamlNode node, BigDecimal least, BigDecimal most, Problems problems) {
        String expected = "a number from " + least.toPlainString() + " to " + most.toPlainString();
        Optional<BigDecimal> number = text(node, expected, problems)
                .flatMap(s -> parsed(s, NUMBER, expected, problems))
                .map(m -> new BigDecimal(m.group()));
        return number.filter(value -> inRange(node, value, least, most, expected, problems));
    }

    /** Reads a whole number in a range, both ends included. */
    public static Optional<Integer> wholeNumber(YamlNode node, int least, int most, Problems problems) {
        Optional<BigDecimal> number = number(node, BigDecimal.valueOf(least), BigDecimal.valueOf(most), problems);
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            problems.add(node.position(), "value.kind", node.kind(), "a whole number");
            return Optional.empty();
        }
        return number.map(BigDecimal::intValue);
    }

    /** Reads a length of time with its unit, {@code 250ms}, {@code 3s}, {@code 5m}, in a range, both ends included. */
    public static Optional<Duration> duration(YamlNode node, Duration least, Duration most, Problems problems) {
        String expected =
                "a time from " + written(least) + " to " + written(most) + ", such as 250ms, 3s, 5m, 1h or 2d";
        Optional<Duration> duration = text(node, expected, problems)
                .flatMap(s -> parsed(s, DURATION, expected, problems))
                .map(m -> UNITS.getOrDefault(m.group(2), Duration.ZERO).multipliedBy(Long.parseLong(m.group(1))));
        return duration.filter(value -> inRange(node, value, least, most, expected, problems));
    }

    /** Returns a length of time as a file would give it. */
    public static String written(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : List.of("d", "h", "m", "s")) {
            long length = UNITS.getOrDefault(unit, Duration.ZERO).toMillis();
            if (millis != 0 && millis % length == 0) {
                return millis / length + unit;
            }
        }
        return millis + "ms";
    }

    /** Reads the items of a list. */
    public static List<YamlNode> list(YamlNode node, String expected, Problems problems) {
        if (node instanceof YamlNode.Items items) {
            return items.items();
        }
        problems.add(node.position(), "value.kind", node.kind(), expected);
        return List.of();
    }

    private static Optional<Matcher> parsed(YamlNode.Scalar scalar, Pattern form, String expected, Problems problems) {
        Matcher matcher = form.matcher(scalar.text());
        if (matcher.matches()) {
            return Optional.of(matcher);
        }
        problems.add(scalar.position(), "value.kind", scalar.kind(), expected);
        return Optional.empty();
    }

    private static <T extends Comparable<T>> boolean inRange(
            YamlNode node, T value, T least, T most, String expected, Problems problems) {
        if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
            return true;
        }
        problems.add(node.position(), "value.range", node.kind(), expected);
        return false;
    }
}
