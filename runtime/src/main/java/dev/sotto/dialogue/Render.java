package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Card;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Message;
import dev.sotto.bot.Slot;
import dev.sotto.bot.SpokenValues;
import dev.sotto.bot.Ssml;
import dev.sotto.bot.Template;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.turn.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Puts values into the bot's words. The result is as restricted as the most restricted value in it. A secret value is
 * never in it: {@value #HIDDEN} stands in its place, and that there is one is personal.
 */
final class Render {

    /** What is said instead of a secret. */
    static final String HIDDEN = "••••";

    private final Bot bot;
    private final Optional<LexIntent> intent;
    private final Map<String, Attribute> attributes;

    Render(Bot bot, Optional<LexIntent> intent, Map<String, Attribute> attributes) {
        this.bot = bot;
        this.intent = intent;
        this.attributes = attributes;
    }

    /**
     * Renders a message in the wording of that number, counted round. A wording with a place for a value that is not there is passed
     * over as long as there is one without.
     */
    Rendered message(Message message, long wording) {
        Template chosen = chosen(message.variations(), wording);
        Rendered rendered = template(chosen);
        if (message.kind() != Message.Kind.SSML) {
            return rendered;
        }
        String marked = template(chosen, Ssml::escaped).text().reveal();
        return new Rendered(new Saying(Ssml.plain(marked)), rendered.dataClass(), Optional.of(new Saying(marked)));
    }

    private Template chosen(List<Template> wordings, long wording) {
        int first = (int) (wording % wordings.size());
        for (int i = 0; i < wordings.size(); i++) {
            Template next = wordings.get((first + i) % wordings.size());
            if (next.parts().stream().allMatch(this::isThere)) {
                return next;
            }
        }
        return wordings.get(first);
    }

    /** Renders a card: as restricted as the most restricted value in it. */
    Output.Card card(Card card) {
        Rendered title = template(card.title());
        Optional<Rendered> subtitle = card.subtitle().map(this::template);
        DataClass dataClass =
                subtitle.map(Rendered::dataClass).orElse(DataClass.PUBLIC).max(title.dataClass());
        return new Output.Card(title.text(), subtitle.map(Rendered::text), card.image(), card.buttons(), dataClass);
    }

    /** Returns a hook's own words, with a secret in them hidden; personal at least, for nobody declares them. */
    Rendered foreign(Saying words) {
        String text = words.reveal();
        for (Slot slot : definition().map(Intent::slots).orElse(List.of())) {
            Optional<LexSlot> filled = filled(slot);
            if (slot.dataClass() == DataClass.SECRET && filled.isPresent()) {
                text = without(text, filled.get().originalValue());
                text = without(text, filled.get().interpretedValue());
            }
        }
        return new Rendered(new Saying(text), DataClass.PERSONAL);
    }

    /** Renders one wording. */
    Rendered template(Template template) {
        return template(template, value -> value);
    }

    private Rendered template(Template template, UnaryOperator<String> written) {
        StringBuilder text = new StringBuilder();
        DataClass dataClass = DataClass.PUBLIC;
        boolean gap = false;
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal literal) {
                String words = literal.text();
                text.append(gap && words.startsWith(" ") && endsBlank(text) ? words.substring(1) : words);
                gap = false;
            } else {
                Rendered value = place(part);
                dataClass = dataClass.max(value.dataClass());
                text.append(written.apply(value.text().reveal()));
                gap = value.text().blank();
            }
        }
        return new Rendered(new Saying(text.toString()), dataClass);
    }

    private static boolean endsBlank(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == ' ';
    }

    private boolean isThere(Template.Part part) {
        if (part instanceof Template.SlotPlace) {
            return !place(part).text().blank();
        }
        return !(part instanceof Template.AttributePlace place) || attributes.containsKey(place.attribute());
    }

    private Rendered place(Template.Part part) {
        if (part instanceof Template.SlotPlace place) {
            return definition()
                    .flatMap(known -> known.slot(place.slot()))
                    .map(this::slot)
                    .orElseGet(() -> parts(place.slot()));
        }
        if (part instanceof Template.AttributePlace place) {
            Attribute attribute = attributes.get(place.attribute());
            return attribute == null ? nothing() : shown(attribute.value().reveal(), attribute.dataClass());
        }
        throw new AssertionError(part.getClass());
    }

    /** A slot of several parts is said with all that is known of it. */
    private Rendered parts(SlotName whole) {
        List<Rendered> said = definition().map(known -> known.parts(whole)).orElse(List.of()).stream()
                .map(this::slot)
                .filter(part -> !part.text().blank())
                .toList();
        DataClass dataClass =
                said.stream().map(Rendered::dataClass).reduce(DataClass.PUBLIC, (one, other) -> one.max(other));
        String words = said.stream().map(part -> part.text().reveal()).collect(Collectors.joining(" "));
        return new Rendered(new Saying(words), dataClass);
    }

    private Rendered slot(Slot slot) {
        return filled(slot)
                .flatMap(filled -> said(filled, slot))
                .map(said -> shown(said, slot.dataClass()))
                .orElse(nothing());
    }

    private Optional<String> said(LexSlot filled, Slot slot) {
        if (!filled.values().isEmpty()) {
            return Optional.of(filled.values().stream()
                    .flatMap(one -> said(one, slot).stream())
                    .collect(Collectors.joining(", ")));
        }
        return filled.interpretedValue()
                .map(value -> said(value.reveal(), slot))
                .or(() -> filled.originalValue().map(SlotValue::reveal));
    }

    private String said(String value, Slot slot) {
        String spoken = SpokenValues.of(value, slot.type(), bot.locale());
        return bot.glossary().of(slot.type(), value).orElseGet(() -> Amounts.spoken(spoken, slot.type(), bot.locale()));
    }

    private Optional<Intent> definition() {
        return intent.flatMap(active -> bot.intent(active.name()));
    }

    private Optional<LexSlot> filled(Slot slot) {
        return intent.flatMap(active -> active.slots().getOrDefault(slot.name(), Optional.empty()));
    }

    private static Rendered shown(String value, DataClass dataClass) {
        return dataClass == DataClass.SECRET
                ? new Rendered(new Saying(HIDDEN), DataClass.PERSONAL)
                : new Rendered(new Saying(value), dataClass);
    }

    private static Rendered nothing() {
        return new Rendered(new Saying(""), DataClass.PUBLIC);
    }

    /** Hides a value wherever it stands as a word of its own. */
    private static String without(String text, Optional<SlotValue> hidden) {
        String value = hidden.map(SlotValue::reveal).orElse("");
        if (value.isBlank()) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length())) {
            if (standsAlone(text, at, at + value.length())) {
                result.append(text, from, at).append(HIDDEN);
                from = at + value.length();
            }
        }
        return result.append(text, from, text.length()).toString();
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start)))
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }
}
