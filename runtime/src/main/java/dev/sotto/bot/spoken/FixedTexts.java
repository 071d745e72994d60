package dev.sotto.bot.spoken;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Message;
import dev.sotto.bot.Template;
import dev.sotto.speech.script.FixedText;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a bot says that is the same for everybody: its messages in all their wordings, but for those with a place for a value.
 * Immutable.
 */
public final class FixedTexts {

    private final List<FixedText> texts = new ArrayList<>();
    private final StringBuilder all = new StringBuilder();

    private FixedTexts() {}

    /** Finds them, wherever in the bot they are. */
    public static FixedTexts of(Bot bot) {
        FixedTexts found = new FixedTexts();
        found.walk(bot);
        return found;
    }

    /** Returns them in the order of the bot. */
    public List<FixedText> texts() {
        return List.copyOf(texts);
    }

    /** Returns all of them as one text that differs whenever one of them does. */
    public String whole() {
        return all.toString();
    }

    /** A bot is records all the way down, so what it says is found without knowing each place for it. */
    private void walk(Object thing) {
        if (thing instanceof Message message) {
            message.variations().forEach(wording -> take(message.kind(), wording));
        } else if (thing instanceof Record entry) {
            for (RecordComponent component : entry.getClass().getRecordComponents()) {
                walk(value(entry, component));
            }
        } else if (thing instanceof Collection<?> several) {
            several.forEach(this::walk);
        } else if (thing instanceof Map<?, ?> map) {
            map.values().forEach(this::walk);
        } else if (thing instanceof Optional<?> maybe) {
            maybe.ifPresent(this::walk);
        }
    }

    private void take(Message.Kind kind, Template wording) {
        boolean spoken = kind == Message.Kind.PLAIN || kind == Message.Kind.SSML;
        if (!spoken || !wording.parts().stream().allMatch(Template.Literal.class::isInstance)) {
            return;
        }
        String text = wording.parts().stream()
                .map(part -> ((Template.Literal) part).text())
                .collect(Collectors.joining());
        texts.add(kind == Message.Kind.SSML ? FixedText.ssml(text) : FixedText.plain(text));
        all.append(text).append('\0');
    }

    private static Object value(Record entry, RecordComponent component) {
        try {
            return component.getAccessor().invoke(entry);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that does not tell what it is made of", e);
        }
    }
}
