package dev.sotto.bot.build;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Notes the slot types of which more can be written than said: an ear hears what a bot lists or marks in its sample
 * utterances, and of built-in types those whose values can be counted off, such as numbers and dates.
 */
final class UnheardTypes {

    private static final String CODE = "type.unheard";
    private static final String WRITTEN = ", which can be written and not be said";
    private static final String LIST = "a slot type that lists under \"values\" what people will say";

    private final Locale locale;
    private final Problems problems;

    private UnheardTypes(Locale locale, Problems problems) {
        this.locale = locale;
        this.problems = problems;
    }

    /** Notes each type that a slot of the bot has, once: where it stands, or where it is first used if it is built in. */
    static void note(Entries bot, List<TrainingSet.SlotType> types, Locale locale, Problems problems) {
        UnheardTypes check = new UnheardTypes(locale, problems);
        Map<String, Position> used = used(bot);
        Map<String, Position> own = new LinkedHashMap<>();
        bot.named("types").forEach(type -> own.putIfAbsent(type.key(), type.position()));
        types.stream()
                .filter(type -> used.containsKey(type.name().value()))
                .forEach(type -> check.own(type, own.getOrDefault(type.name().value(), bot.position())));
        used.forEach((name, at) -> BuiltInTypes.names().stream()
                .filter(type -> type.value().equals(name))
                .forEach(type -> check.builtIn(type, at)));
    }

    private void own(TrainingSet.SlotType type, Position at) {
        String called = "\"" + type.name() + "\"";
        if (type.open()) {
            problems.note(at, CODE, "values of " + called + " that are not listed" + WRITTEN, LIST);
        } else if (type.pattern().isPresent()) {
            String expected = "the type \"alphanumeric\" for codes that people will spell, or " + LIST;
            problems.note(at, CODE, "codes of " + called + " that are not listed" + WRITTEN, expected);
        } else if (type.grammar().isPresent()) {
            problems.note(at, CODE, "phrases of the grammar " + called + WRITTEN, LIST);
        }
    }

    private void builtIn(SlotTypeName type, Position at) {
        if (type.equals(BuiltInTypes.CONFIRMATION)) {
            String expected = "the type \"yes-no\", or " + LIST;
            problems.note(at, CODE, "other answers than yes and no to a \"" + type + "\"" + WRITTEN, expected);
        } else if (isWithoutEnd(type)) {
            problems.note(at, CODE, "any \"" + type + "\" that no sample utterance marks" + WRITTEN, LIST);
        }
    }

    private boolean isWithoutEnd(SlotTypeName type) {
        return type.equals(BuiltInTypes.FREE_TEXT)
                || (BuiltInTypes.isOpen(type)
                        && BuiltInTypes.known(type, locale).isEmpty());
    }

    /** Returns the types that slots have, and where that is first said. */
    private static Map<String, Position> used(Entries bot) {
        Map<String, Position> used = new LinkedHashMap<>();
        for (YamlNode.Field intent : bot.named("intents")) {
            for (YamlNode.Field slot : below(intent, "slots")) {
                addType(slot, used);
                below(slot, "parts").forEach(part -> addType(part, used));
            }
        }
        return used;
    }

    private static void addType(YamlNode.Field slot, Map<String, Position> used) {
        if (slot.value() instanceof YamlNode.Fields keys && keys.byKey().get("type") instanceof YamlNode.Scalar type) {
            used.putIfAbsent(type.text(), type.position());
        }
    }

    private static List<YamlNode.Field> below(YamlNode.Field field, String key) {
        return field.value() instanceof YamlNode.Fields keys && keys.byKey().get(key) instanceof YamlNode.Fields below
                ? below.entries()
                : List.of();
    }
}
