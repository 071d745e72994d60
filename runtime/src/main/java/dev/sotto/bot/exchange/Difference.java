package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be laid over a bot's file to make it another one of the same structure: the file of a further locale.
 * Confined to one pair of files.
 */
final class Difference {

    private static final Set<String> NAMED = Set.of("intents", "slots", "parts", "types");

    /** Keys whose values are no words for people. */
    private static final Set<String> SILENT = Set.of(
            "title",
            "type",
            "required",
            "retries",
            "class",
            "default",
            "multiple",
            "if",
            "threshold",
            "pattern",
            "open",
            "values",
            "fallback",
            "interrupt",
            "listen",
            "attempts",
            "hook",
            "label",
            "timeout",
            "set",
            "fill",
            "contexts",
            "silently",
            "start",
            "transfer",
            "every",
            "for",
            "after");

    private static final class Unlike extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unlike() {
            super("bots of different structures", null, false, false);
        }
    }

    /** Whether words that are the same are said again. */
    enum Words {
        /** They are of one language, so what is the same need not be said. */
        SHARED,
        /** They are of two languages, so all words are said. */
        TRANSLATED
    }

    private final Words words;

    private Difference(Words words) {
        this.words = words;
    }

    /** Returns what is different in another file, or nothing if the two are not of one structure. */
    static Optional<Yaml.Fields> of(Yaml.Fields bot, Yaml.Fields other, Words words) {
        Map<String, Yaml> rest = new LinkedHashMap<>(bot.fields());
        Map<String, Yaml> wanted = new LinkedHashMap<>(other.fields());
        for (String key : List.of("bot", "locale")) {
            rest.remove(key);
            wanted.remove(key);
        }
        try {
            return Optional.of((Yaml.Fields) new Difference(words)
                    .fields("", new Yaml.Fields(rest, bot.style()), new Yaml.Fields(wanted, other.style())));
        } catch (Unlike unlike) {
            return Optional.empty();
        }
    }

    private Yaml fields(String key, Yaml.Fields below, Yaml.Fields above) {
        boolean names = NAMED.contains(key);
        if (!above.fields().keySet().containsAll(below.fields().keySet())
                || (names
                        && !List.copyOf(above.fields().keySet())
                                .equals(List.copyOf(below.fields().keySet())))) {
            throw new Unlike();
        }
        Map<String, Yaml> different = new LinkedHashMap<>();
        above.fields().forEach((name, value) -> {
            Yaml under = below.fields().get(name);
            if (under == null || !under.equals(value) || saysAgain(names ? "" : name, value)) {
                different.put(name, under == null ? value : node(names ? "" : name, under, value));
            }
        });
        return new Yaml.Fields(different, above.style());
    }

    private Yaml node(String key, Yaml below, Yaml above) {
        boolean whole = key.equals("values") || isMessage(above) || isMessage(below);
        if (!whole && below instanceof Yaml.Fields under) {
            if (above instanceof Yaml.Fields over) {
                return fields(key, under, over);
            }
            throw new Unlike();
        }
        if (key.equals("when") && below instanceof Yaml.Items under && above instanceof Yaml.Items over) {
            return branches(under, over);
        }
        return above;
    }

    private Yaml branches(Yaml.Items below, Yaml.Items above) {
        if (below.items().size() != above.items().size()) {
            throw new Unlike();
        }
        List<Yaml> branches = new ArrayList<>();
        for (int i = 0; i < above.items().size(); i++) {
            branches.add(node("", below.items().get(i), above.items().get(i)));
        }
        return new Yaml.Items(branches, above.style());
    }

    private boolean saysAgain(String key, Yaml value) {
        return words == Words.TRANSLATED && says(key, value);
    }

    private static boolean says(String key, Yaml value) {
        if (SILENT.contains(key)) {
            return false;
        }
        if (value instanceof Yaml.Fields fields) {
            boolean names = NAMED.contains(key);
            return fields.fields().entrySet().stream()
                    .filter(field -> !(key.equals("then") && field.getKey().equals("ask")))
                    .anyMatch(field -> says(names ? "" : field.getKey(), field.getValue()));
        }
        if (value instanceof Yaml.Items items) {
            return items.items().stream().anyMatch(item -> says(key, item));
        }
        return !key.equals("then") && value instanceof Yaml.Text;
    }

    private static boolean isMessage(Yaml node) {
        return node instanceof Yaml.Fields fields
                && fields.fields().size() == 1
                && Set.of("all", "ssml", "payload", "card")
                        .containsAll(fields.fields().keySet());
    }
}
