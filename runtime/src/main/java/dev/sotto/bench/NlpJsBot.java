package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.nlu.Example;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.TrainingSet;
import java.nio.file.Path;
import java.util.List;

/** A bot in the form that {@code bench/nlpjs.mjs} reads: the same sample utterances, values and synonyms. */
final class NlpJsBot {

    private static final String SOME_AMOUNT = "twenty pounds";

    private NlpJsBot() {}

    /**
     * Returns the bot as JSON.
     *
     * @param identity PEM file with the certificate to serve and its key
     */
    static ObjectNode of(Bot bot, Path identity) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("locale", bot.locale().toLanguageTag())
                .put("certificate", identity.toString())
                .put("key", identity.toString());
        ArrayNode intents = json.putArray("intents");
        for (Intent intent : bot.intents()) {
            ObjectNode node = intents.addObject().put("name", intent.name().value());
            ArrayNode says = node.putArray("says");
            sentences(bot, intent).forEach(says::add);
            node.put("answer", "Done: " + intent.name());
        }
        ArrayNode types = json.putArray("types");
        for (TrainingSet.SlotType type : bot.types()) {
            ArrayNode values =
                    types.addObject().put("name", type.name().value()).putArray("values");
            for (TrainingSet.Entry entry : type.values()) {
                ArrayNode synonyms =
                        values.addObject().put("value", entry.value()).putArray("synonyms");
                entry.synonyms().forEach(synonyms::add);
            }
        }
        return json;
    }

    /** Returns the sample utterances of an intent, each as somebody could say it. */
    static List<String> sentences(Bot bot, Intent intent) {
        return intent.says().stream()
                .map(example -> sentence(bot, intent, example))
                .toList();
    }

    /** NLP.js learns from whole sentences, so each place for a value gets one. */
    private static String sentence(Bot bot, Intent intent, Example example) {
        StringBuilder text = new StringBuilder();
        for (Example.Part part : example.parts()) {
            if (part instanceof Example.Text plain) {
                text.append(plain.text());
            } else if (part instanceof Example.Value value) {
                text.append(value.text());
            } else if (part instanceof Example.Placeholder place) {
                text.append(someValue(bot, intent, place.slot()));
            }
        }
        return text.toString();
    }

    /** Returns the first value that the slot's type lists; a sum of money for types that list none. */
    private static String someValue(Bot bot, Intent intent, SlotName name) {
        return intent.slot(name).stream()
                .flatMap(slot -> bot.types().stream().filter(type -> type.name().equals(slot.type())))
                .flatMap(type -> type.values().stream())
                .map(TrainingSet.Entry::value)
                .findFirst()
                .orElse(SOME_AMOUNT);
    }
}
