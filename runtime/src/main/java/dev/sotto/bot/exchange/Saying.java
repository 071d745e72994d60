package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a bot says, sends or shows, as its file has it.
 *
 * @param wordings at least one, unless it is a card
 * @param card what stands below {@code card}, if it is one
 */
record Saying(Kind kind, List<String> wordings, Optional<Yaml.Fields> card) {

    /** What the wordings are. */
    enum Kind {
        WORDS(""),
        SSML("ssml"),
        PAYLOAD("payload"),
        CARD("card");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    Saying {
        wordings = List.copyOf(wordings);
    }

    /** Returns words in these wordings. */
    static Saying of(List<String> wordings) {
        return new Saying(Kind.WORDS, wordings, Optional.empty());
    }

    /** Returns whether it is words and nothing else. */
    boolean isWords() {
        return kind == Kind.WORDS;
    }

    /** Returns whether it can be a question. */
    boolean isSpoken() {
        return kind == Kind.WORDS || kind == Kind.SSML;
    }

    /** Returns all texts in it. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(wordings);
        card.ifPresent(shown -> shown.fields().forEach((key, value) -> {
            if (value instanceof Yaml.Text text) {
                texts.add(text.text());
            }
        }));
        return texts;
    }

    /** Returns how a bot's file says it. */
    Yaml yaml(Yaml.Style style) {
        if (card.isPresent()) {
            return Yaml.Fields.block().put(kind.key, card.get());
        }
        Yaml words = wordings.size() == 1
                ? new Yaml.Text(wordings.get(0))
                : new Yaml.Items(wordings.stream().<Yaml>map(Yaml.Text::new).toList(), style);
        return isWords() ? words : Yaml.Fields.block().put(kind.key, words);
    }

    /** Returns how a bot's file says several, one after the other. */
    static Yaml yaml(List<Saying> all) {
        if (all.size() == 1) {
            return all.get(0).yaml(Yaml.Style.LINES);
        }
        return Yaml.Fields.block()
                .put(
                        "all",
                        new Yaml.Items(
                                all.stream()
                                        .map(one -> one.yaml(Yaml.Style.FLOW))
                                        .toList(),
                                Yaml.Style.LINES));
    }
}
