package dev.sotto.bot.build;

import dev.sotto.bot.Message;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Template;
import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a bot says where its author has not said it: the words in {@code wording-en.txt} and its siblings. A bot in a
 * language without such a file says everything itself.
 */
public final class DefaultWording {

    private final Locale locale;
    private final Map<String, List<String>> texts;

    DefaultWording(Locale locale) {
        this.locale = locale;
        this.texts = texts(locale);
    }

    /** Returns the wordings of what is said by default, as an author would write them, by their keys in {@code bot.yaml}. */
    public static Map<String, List<String>> english() {
        return texts(Locale.ENGLISH);
    }

    /** Returns the same in a language that has words for everything, and in English for any other. */
    public static Map<String, List<String>> in(Locale locale) {
        return exists(locale) ? texts(locale) : english();
    }

    /** Returns whether a language has words for everything. */
    public static boolean exists(Locale locale) {
        return !texts(locale).isEmpty();
    }

    private static Map<String, List<String>> texts(Locale locale) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String line :
                LanguageResource.lines(DefaultWording.class, "wording", locale).orElse(List.of())) {
            int colon = line.indexOf(':');
            texts.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return texts;
    }

    /** Returns what is said at a place, or notes that the author has to say it. */
    Optional<Message> of(String key, Position at, Problems problems) {
        Optional<Message> message = wordings(key);
        if (message.isPresent()) {
            return message;
        }
        String found = "no \"" + key + "\" in " + locale.getDisplayLanguage(Locale.UK);
        problems.add(at, "wording.missing", found, "the key \"" + key + "\", for this language has no default");
        return message;
    }

    /** Returns what is said while the person has the bot wait. */
    Optional<Pause> pause() {
        return wordings("waiting")
                .flatMap(waiting -> wordings("resumed").map(resumed -> new Pause(waiting, Optional.empty(), resumed)));
    }

    private Optional<Message> wordings(String key) {
        List<String> wordings = texts.getOrDefault(key, List.of());
        return wordings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Message(wordings.stream().map(Template::of).toList()));
    }

    /** Returns what is said after a no. */
    Optional<Message> declined(Position at, Problems problems) {
        return of("declined", at, problems);
    }
}
