package dev.sotto.bot.testing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a bot its tests have reached.
 *
 * @param parts by their kind; a kind of which the bot has none is not in it
 */
public record Coverage(Map<Part, Reached> parts) {

    public Coverage {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** A kind of parts that tests should reach. */
    public enum Part {
        /** An intent that was begun. */
        INTENTS("intents"),
        /** A slot that got a value: {@code order/size}. */
        SLOTS("slots"),
        /** A question that was put, and one that was put again: {@code order/size}, {@code order/confirm (again)}. */
        PROMPTS("prompts"),
        /** A way that the bot may take: {@code order/slots/size/captured/when/1}; without the last two, none of them. */
        BRANCHES("branches");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /** Returns the word for several of them. */
        public String word() {
            return word;
        }
    }

    /**
     * What there is and what was reached of it, in the order of the bot.
     *
     * @param all at least one
     */
    public record Reached(List<String> all, Set<String> reached) {

        public Reached {
            all = List.copyOf(all);
            reached = Set.copyOf(reached);
        }

        /** Returns what no test reached. */
        public List<String> missing() {
            return all.stream().filter(name -> !reached.contains(name)).toList();
        }

        /** Returns how many were reached. */
        public int count() {
            return all.size() - missing().size();
        }
    }

    /** Returns the figures as one line for people. */
    public String describe() {
        List<String> counts = parts.entrySet().stream()
                .map(part -> part.getValue().count() + " of "
                        + part.getValue().all().size() + " " + part.getKey().word())
                .toList();
        return String.join(", ", counts);
    }
}
