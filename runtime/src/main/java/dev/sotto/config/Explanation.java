package dev.sotto.config;

import java.util.ArrayList;
import java.util.List;

/** What every setting is and why, for people who wonder. Holds no secret: those stand as their reference. */
public record Explanation(List<Row> rows) {

    public Explanation {
        rows = List.copyOf(rows);
    }

    static Explanation of(ChosenValues values) {
        List<Row> rows = new ArrayList<>();
        Settings.all().forEach(setting -> rows.add(row(setting, values)));
        return new Explanation(rows);
    }

    /** Returns the rows in three columns, one line each. */
    public String text() {
        int keys = rows.stream().mapToInt(row -> row.key().length()).max().orElse(0);
        int texts = rows.stream()
                .mapToInt(row -> row.value().length())
                .filter(length -> length <= 40)
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(padded(row.key(), keys)).append("  ");
            text.append(padded(row.value(), texts)).append("  ");
            text.append(row.source()).append('\n');
        }
        return text.toString();
    }

    private static <T> Row row(Setting<T> setting, ChosenValues values) {
        return values.chosen(setting)
                .map(chosen -> new Row(setting.key(), setting.type().write(chosen.value()), chosen.source()))
                .orElse(new Row(setting.key(), "-", new ValueSource.Default()));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /**
     * One setting.
     *
     * @param value as one would write it; {@code -} if there is none
     */
    public record Row(String key, String value, ValueSource source) {}
}
