package dev.sotto.speech.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dates in an order that is told. Pure functions. */
final class SpokenDate {

    private SpokenDate() {}

    /** Returns a date in words, if its parts are what the order tells: a letter of {@code ymd} for each. */
    static Optional<String> of(String text, String order) {
        if (!order.matches("[ymd]{1,3}")) {
            return Optional.empty();
        }
        Optional<List<String>> parts = parts(text, order);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> month = part(parts.get(), order, 'm')
                .flatMap(
                        name -> name.matches("\\d{1,2}") ? Optional.of(Integer.parseInt(name)) : DateWords.month(name));
        Optional<Integer> day = part(parts.get(), order, 'd')
                .filter(digits -> digits.matches("\\d{1,2}"))
                .map(Integer::parseInt);
        Optional<Integer> year = part(parts.get(), order, 'y')
                .filter(digits -> digits.matches("\\d{2}|\\d{4}"))
                .map(DateWords::year);
        return words(order, year, month.filter(m -> m >= 1 && m <= 12), day);
    }

    private static Optional<String> words(
            String order, Optional<Integer> year, Optional<Integer> month, Optional<Integer> day) {
        boolean whole = order.length() == 3;
        if (whole) {
            return year.flatMap(y -> month.flatMap(m -> day.flatMap(d -> DateWords.date(y, m, d))));
        }
        if (order.indexOf('d') < 0) {
            Optional<String> name = month.map(DateWords::monthName);
            return order.equals("y")
                    ? year.map(NumberWords::year)
                    : order.equals("m") ? name : name.flatMap(m -> year.map(y -> m + " " + NumberWords.year(y)));
        }
        // The longest year, so that the twenty ninth of February is a day.
        return order.equals("d")
                ? day.map(NumberWords::ordinal)
                : month.flatMap(m ->
                        day.flatMap(d -> DateWords.date(2_000, m, d).map(date -> DateWords.day(m, d))));
    }

    private static Optional<List<String>> parts(String text, String order) {
        List<String> parts = new ArrayList<>(List.of(text.trim().split("[^A-Za-z0-9?]+", -1)));
        if (parts.size() == 1 && text.matches("[\\d?]{8}") && order.equals("ymd")) {
            parts = List.of(text.substring(0, 4), text.substring(4, 6), text.substring(6));
        }
        return parts.size() == order.length() ? Optional.of(parts) : Optional.empty();
    }

    private static Optional<String> part(List<String> parts, String order, char wanted) {
        int index = order.indexOf(wanted);
        return index < 0 ? Optional.empty() : Optional.of(parts.get(index));
    }
}
