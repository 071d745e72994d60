package dev.sotto.bot.build;

import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays what is different in a locale over a bot: keys over the same keys, branches over branches in their order, and
 * anything else in the place of what was there. What is laid over keeps its position, so a problem is named where it
 * was written.
 */
final class Overlay {

    private static final Set<String> FIXED = Set.of("bot", "locale");

    /** Below these keys stand names, of which an overlay may bring no further ones. */
    private static final Set<String> NAMED = Set.of("intents", "slots", "parts", "types");

    /** Below these stand names too. */
    private static final Set<String> CHOSEN = Set.of("set", "fill");

    private static final Set<String> WHOLE = Set.of("values");
    private static final Set<String> PASSAGE = Set.of("say", "set", "fill", "when", "then");

    private final Problems problems;

    private Overlay(Problems problems) {
        this.problems = problems;
    }

    /** Returns the bot with what is different in a locale. */
    static YamlNode.Fields over(YamlNode.Fields bot, YamlNode.Fields different, String locale, Problems problems) {
        List<YamlNode.Field> kept = new ArrayList<>();
        for (YamlNode.Field field : different.entries()) {
            if (FIXED.contains(field.key())) {
                String found = "the key \"" + field.key() + "\" in the file of a locale";
                problems.add(field.position(), "key.unknown", found, "no such key, for the file's name says it");
            } else {
                kept.add(field);
            }
        }
        YamlNode.Fields merged =
                new Overlay(problems).fields(bot, new YamlNode.Fields(different.position(), kept), false);
        List<YamlNode.Field> all = new ArrayList<>();
        for (YamlNode.Field field : merged.entries()) {
            all.add(field.key().equals("locale") ? locale(field, different, locale) : field);
        }
        return new YamlNode.Fields(different.position(), all);
    }

    private static YamlNode.Field locale(YamlNode.Field field, YamlNode.Fields different, String locale) {
        return new YamlNode.Field(
                field.position(), field.key(), new YamlNode.Scalar(different.position(), locale, YamlNode.Style.PLAIN));
    }

    private YamlNode.Fields fields(YamlNode.Fields below, YamlNode.Fields above, boolean names) {
        Map<String, YamlNode.Field> merged = new LinkedHashMap<>();
        below.entries().forEach(field -> merged.put(field.key(), field));
        for (YamlNode.Field field : above.entries()) {
            YamlNode.Field under = merged.get(field.key());
            if (under != null) {
                merged.put(
                        field.key(),
                        new YamlNode.Field(
                                field.position(), field.key(), node(field.key(), under.value(), field.value())));
            } else if (names) {
                String found = "\"" + field.key() + "\" in the file of a locale";
                problems.addName(field.position(), "name.foreign", found, field.key(), merged.keySet());
            } else {
                merged.put(field.key(), field);
            }
        }
        return new YamlNode.Fields(below.position(), List.copyOf(merged.values()));
    }

    private YamlNode node(String key, YamlNode below, YamlNode above) {
        boolean names = NAMED.contains(key) || CHOSEN.contains(key);
        boolean special = MessageReader.isSpecial(above) || MessageReader.isSpecial(below);
        boolean replaced = WHOLE.contains(key) || (special && !names);
        if (below instanceof YamlNode.Fields under && isPassage(under) && !names && isText(above)) {
            return fields(
                    under,
                    new YamlNode.Fields(above.position(), List.of(new YamlNode.Field(above.position(), "say", above))),
                    false);
        }
        if (!replaced && below instanceof YamlNode.Fields under && above instanceof YamlNode.Fields over) {
            return fields(under, over, NAMED.contains(key));
        }
        if (key.equals("when") && below instanceof YamlNode.Items under && above instanceof YamlNode.Items over) {
            return branches(under, over);
        }
        return above;
    }

    private static boolean isText(YamlNode node) {
        return !(node instanceof YamlNode.Fields) || MessageReader.isSpecial(node);
    }

    private static boolean isPassage(YamlNode.Fields fields) {
        return fields.entries().stream().map(YamlNode.Field::key).anyMatch(PASSAGE::contains);
    }

    private YamlNode branches(YamlNode.Items below, YamlNode.Items above) {
        if (below.items().size() != above.items().size()) {
            String found = above.items().size() + " branches in the file of a locale";
            problems.add(
                    above.position(),
                    "count.different",
                    found,
                    "as many as the bot has here, " + below.items().size());
            return below;
        }
        List<YamlNode> branches = new ArrayList<>();
        for (int i = 0; i < above.items().size(); i++) {
            branches.add(node("", below.items().get(i), above.items().get(i)));
        }
        return new YamlNode.Items(below.position(), branches);
    }
}
