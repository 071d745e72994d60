package dev.sotto.bot.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A bot that came from an export, and the account of it.
 *
 * @param draft what its file will say
 * @param source {@code lex-v2} or {@code lex-v1}
 * @param translated how many values of the export are in the bot
 * @param approximated what means nearly the same, each with its place in the export
 * @param left what is not in the bot, each with its place in the export
 */
public record Imported(Draft draft, String source, int translated, List<String> approximated, List<String> left) {

    public Imported {
        approximated = List.copyOf(approximated);
        left = List.copyOf(left);
    }

    /** Returns what people call it. */
    public String title() {
        return draft.title();
    }

    /** Returns its language, such as {@code en-US}. */
    public String locale() {
        return draft.locale();
    }

    /** Returns how many intents it has. */
    public int intents() {
        return draft.intents().size();
    }

    /** Returns how many slots its intents have. */
    public int slots() {
        return draft.intents().stream()
                .mapToInt(intent -> intent.slots().size())
                .sum();
    }

    /**
     * Returns its {@code bot.yaml}.
     *
     * @param name what the bot is called
     * @param hook where its own code is, if that is called
     */
    public String yaml(String name, Optional<URI> hook) {
        return BotText.of(draft, name, hook);
    }
}
