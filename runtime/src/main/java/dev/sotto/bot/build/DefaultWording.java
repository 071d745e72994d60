package dev.sotto.bot.build;

import dev.sotto.bot.Message;
import dev.sotto.bot.Template;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a bot says where its author has not said it. English only: a bot in another language says everything itself. */
public final class DefaultWording {

    private static final Map<String, Message> ENGLISH = Map.of(
            "greeting",
            Message.of("Hello. What can I do for you?"),
            "again",
            Message.of("Is there anything else?"),
            "returning",
            Message.of("Back to where we were."),
            "misunderstood",
            wordings(
                    "Sorry, I did not understand that. Could you say it in other words?",
                    "I am afraid I did not get that either. Could you try once more?"),
            "giving-up",
            Message.of("I am sorry, I do not seem to understand."),
            "refused",
            Message.of("I am sorry, I cannot do that here."),
            "failed",
            Message.of("I am sorry, something went wrong. Please try again later."),
            "declined",
            Message.of("All right, I have not done it."));

    private final Locale locale;

    DefaultWording(Locale locale) {
        this.locale = locale;
    }

    /** Returns the wordings of what is said by default, as an author would write them, by their keys in {@code bot.yaml}. */
    public static Map<String, List<String>> english() {
        Map<String, List<String>> texts = new TreeMap<>();
        ENGLISH.forEach((key, message) -> texts.put(
                key, message.variations().stream().map(TemplateText::render).toList()));
        return texts;
    }

    /** Returns what is said at a place, or notes that the author has to say it. */
    Optional<Message> of(String key, Position at, Problems problems) {
        Message message = ENGLISH.get(key);
        if (message != null && locale.getLanguage().equals("en")) {
            return Optional.of(message);
        }
        String found = "no \"" + key + "\" in " + locale.getDisplayLanguage(Locale.UK);
        problems.add(at, "wording.missing", found, "the key \"" + key + "\", for only English has a default");
        return Optional.empty();
    }

    /** Returns what is said after a no. */
    Optional<Message> declined(Position at, Problems problems) {
        return of("declined", at, problems);
    }

    private static Message wordings(String... texts) {
        return new Message(Stream.of(texts).map(Template::of).toList());
    }
}
