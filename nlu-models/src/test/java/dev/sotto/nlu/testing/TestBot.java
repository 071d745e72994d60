package dev.sotto.nlu.testing;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds a training set from the notation of bot files. Confined to one test. */
public final class TestBot {

    private static final Pattern ANNOTATION = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)|\\{([^}]+)}");

    private final Locale locale;
    private final List<TrainingSet.Intent> intents = new ArrayList<>();
    private final List<TrainingSet.SlotType> types = new ArrayList<>();

    private TestBot(Locale locale) {
        this.locale = locale;
    }

    public static TestBot in(Locale locale) {
        return new TestBot(locale);
    }

    /**
     * Adds an intent.
     *
     * @param slots such as {@code payee:person amount:money}, or empty
     */
    public TestBot intent(String name, String slots, String... says) {
        Map<SlotName, SlotTypeName> typed = new LinkedHashMap<>();
        for (String slot : slots.isBlank() ? new String[0] : slots.split(" ", -1)) {
            String[] parts = slot.split(":", -1);
            typed.put(new SlotName(parts[0]), new SlotTypeName(parts[1]));
        }
        List<Example> examples = new ArrayList<>();
        for (String line : says) {
            examples.add(example(line));
        }
        intents.add(new TrainingSet.Intent(new IntentName(name), examples, typed));
        return this;
    }

    /** Adds a closed type; each value as {@code value = synonym, synonym}. */
    public TestBot type(String name, String... values) {
        types.add(new TrainingSet.SlotType(new SlotTypeName(name), entries(values), false));
        return this;
    }

    /** Adds an open type. */
    public TestBot openType(String name, String... values) {
        types.add(new TrainingSet.SlotType(new SlotTypeName(name), entries(values), true));
        return this;
    }

    public TrainingSet build() {
        return new TrainingSet(locale, intents, types, 0.4);
    }

    /** Reads one sample utterance. */
    public static Example example(String line) {
        List<Example.Part> parts = new ArrayList<>();
        Matcher matcher = ANNOTATION.matcher(line);
        int at = 0;
        while (matcher.find()) {
            if (matcher.start() > at) {
                parts.add(new Example.Text(line.substring(at, matcher.start())));
            }
            parts.add(
                    matcher.group(3) != null
                            ? new Example.Placeholder(new SlotName(matcher.group(3)))
                            : new Example.Value(new SlotName(matcher.group(2)), matcher.group(1)));
            at = matcher.end();
        }
        if (at < line.length()) {
            parts.add(new Example.Text(line.substring(at)));
        }
        return new Example(parts);
    }

    private static List<TrainingSet.Entry> entries(String... values) {
        List<TrainingSet.Entry> entries = new ArrayList<>();
        for (String value : values) {
            String[] sides = value.split(" = ", -1);
            entries.add(
                    new TrainingSet.Entry(sides[0], sides.length < 2 ? List.of() : List.of(sides[1].split(", ", -1))));
        }
        return entries;
    }
}
