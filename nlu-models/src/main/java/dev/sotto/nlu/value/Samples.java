package dev.sotto.nlu.value;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.text.LanguageResource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a model is trained with where an example has a place for a value of a built-in type. Immutable. */
public final class Samples {

    private final Map<String, List<String>> byType = new HashMap<>();

    private Samples(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(": ");
            byType.put(
                    line.substring(0, colon),
                    Arrays.asList(line.substring(colon + 2).split(", ", -1)));
        }
    }

    /** Returns the samples of the locale's language, English ones for a language without any. */
    public static Samples of(Locale locale) {
        Optional<List<String>> own = LanguageResource.lines(Samples.class, "samples", locale);
        return new Samples(own.or(() -> LanguageResource.lines(Samples.class, "samples", Locale.ENGLISH))
                .orElse(List.of()));
    }

    /** Returns values of a type as somebody would say them; none for a type of the bot's own. */
    public List<String> values(SlotTypeName type) {
        return byType.getOrDefault(type.value(), List.of());
    }
}
