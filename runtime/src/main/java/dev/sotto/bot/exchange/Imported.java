package dev.sotto.bot.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bot that came from an export, and the account of it.
 *
 * @param locales what its files will say, its first locale first
 * @param source {@code lex-v2} or {@code lex-v1}
 * @param translated how many values of the export are in the bot
 * @param approximated what means nearly the same, each with its place in the export
 * @param left what is not in the bot, each with its place in the export
 */
public record Imported(
        List<Draft> locales, String source, int translated, List<String> approximated, List<String> left) {

    public Imported {
        locales = List.copyOf(locales);
        approximated = List.copyOf(approximated);
        left = List.copyOf(left);
    }

    /** Returns what its file says. */
    Draft draft() {
        return locales.get(0);
    }

    /** Returns what people call it. */
    public String title() {
        return draft().title();
    }

    /** Returns its first language, such as {@code en-US}. */
    public String locale() {
        return draft().locale();
    }

    /** Returns all its languages, its first one first. */
    public List<String> speaks() {
        return locales.stream().map(Draft::locale).toList();
    }

    boolean speaks(String locale) {
        return speaks().contains(locale);
    }

    /** Returns how many intents it has. */
    public int intents() {
        return draft().intents().size();
    }

    /** Returns how many slots its intents have. */
    public int slots() {
        return draft().intents().stream()
                .mapToInt(intent -> intent.slots().size())
                .sum();
    }

    /** Returns the bot with another one as a further locale. */
    Imported with(Imported other) {
        return new Imported(
                joined(locales, other.locales),
                source,
                translated + other.translated,
                joined(approximated, other.approximated),
                joined(left, other.left));
    }

    /** Returns the bot with a word on that it is not the only one of its export. */
    Imported apart() {
        String word = locale() + ": a bot of its own, for its structure is not that of the other locales";
        return new Imported(locales, source, translated, joined(approximated, List.of(word)), left);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /**
     * Returns its {@code bot.yaml}.
     *
     * @param name what the bot is called
     * @param hook where its own code is, if that is called
     */
    public String yaml(String name, Optional<URI> hook) {
        return BotText.of(BotText.tree(draft(), name, hook));
    }

    /**
     * Returns its files by their names in its folder: {@code bot.yaml} and those of its further locales.
     *
     * @param name what the bot is called
     * @param hook where its own code is, if that is called
     */
    public Map<String, String> files(String name, Optional<URI> hook) {
        return Locales.files(locales, name, hook);
    }
}
