package dev.sotto.bot.build;

import dev.sotto.bot.OutputContext;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the contexts that an intent needs and gives. The limits are Lex V2's. */
final class ContextReader {

    private static final int MAX_NEEDED = 5;
    private static final int MAX_GIVEN = 10;
    private static final int MAX_TURNS = 20;
    private static final int USUAL_TURNS = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration USUAL_TIME = Duration.ofMinutes(10);
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9]_?){1,50}");
    private static final String EXPECTED = "a name of letters, digits and single underscores";

    private final Problems problems;

    ContextReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads {@code needs}: a list of names. */
    List<String> needs(Entries contexts) {
        List<String> needs = new ArrayList<>();
        List<YamlNode> items = contexts.get("needs")
                .map(node -> Values.list(node, "a list of contexts", problems))
                .orElse(List.of());
        for (YamlNode item : items) {
            Optional<String> name = Values.text(item, EXPECTED, problems).map(YamlNode.Scalar::text);
            if (name.isPresent() && isName(name.get(), item)) {
                needs.add(name.get());
            }
        }
        noteTooMany(contexts, needs.size(), MAX_NEEDED);
        return needs;
    }

    /** Reads {@code gives}: names, each with the {@code turns} and the time {@code for} which it lives. */
    List<OutputContext> gives(Entries contexts) {
        List<OutputContext> gives = new ArrayList<>();
        for (YamlNode.Field field : contexts.named("gives")) {
            if (isName(field.key(), field.value())) {
                Optional<Entries> life = field.value() instanceof YamlNode.Scalar scalar && scalar.isEmpty()
                        ? Optional.empty()
                        : Entries.of(field.value(), "the life of a context", List.of("turns", "for"), problems);
                int turns = life.flatMap(keys -> keys.get("turns"))
                        .flatMap(node -> Values.wholeNumber(node, 1, MAX_TURNS, problems))
                        .orElse(USUAL_TURNS);
                Duration time = life.flatMap(keys -> keys.get("for"))
                        .flatMap(node -> Values.duration(node, SHORTEST, LONGEST, problems))
                        .orElse(USUAL_TIME);
                gives.add(new OutputContext(field.key(), turns, time));
            }
        }
        noteTooMany(contexts, gives.size(), MAX_GIVEN);
        return gives;
    }

    private void noteTooMany(Entries contexts, int found, int most) {
        if (found > most) {
            problems.add(contexts.position(), "count.too_many", found + " contexts", "at most " + most);
        }
    }

    private boolean isName(String name, YamlNode at) {
        boolean valid = NAME.matcher(name).matches();
        if (!valid) {
            problems.add(at.position(), "name.malformed", "\"" + name + "\" as the name of a context", EXPECTED);
        }
        return valid;
    }
}
