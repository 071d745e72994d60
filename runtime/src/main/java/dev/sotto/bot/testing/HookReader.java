package dev.sotto.bot.testing;

import dev.sotto.bot.Bot;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.nlu.SlotName;
import dev.sotto.turn.HookAnswer;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what a hook answers in a test. */
final class HookReader {

    private static final List<String> KEYS =
            List.of("told", "says", "state", "action", "slot", "slots", "attributes", "fails");

    private final Optional<Bot> bot;
    private final ExpectedReader expected;
    private final Problems problems;

    HookReader(Optional<Bot> bot, ExpectedReader expected, Problems problems) {
        this.bot = bot;
        this.expected = expected;
        this.problems = problems;
    }

    Optional<ScriptedHook> hook(YamlNode node) {
        return Entries.of(node, "the answer of a hook", KEYS, problems).map(this::hook);
    }

    private ScriptedHook hook(Entries entries) {
        Map<SlotName, String> slots = new LinkedHashMap<>();
        named(entries, "slots").forEach((name, value) -> {
            if (SlotName.isValid(name)) {
                slots.put(new SlotName(name), value);
            }
        });
        Optional<DialogActionType> action =
                choice(entries, "action", DialogActionType.values(), DialogActionType::lexName);
        Optional<SlotName> slot = entries.get("slot")
                .flatMap(node -> Values.oneOf(node, slotNames(), "slot.unknown", problems))
                .map(SlotName::new);
        if (action.equals(Optional.of(DialogActionType.ELICIT_SLOT)) != entries.has("slot")) {
            problems.add(entries.position(), "hook.slot", "a slot without ElicitSlot, or the reverse", "both or none");
        }
        return new ScriptedHook(
                entries.position(),
                choice(
                        entries,
                        "fails",
                        HookAnswer.Failure.values(),
                        word -> word.name().toLowerCase(Locale.ROOT)),
                slot.isPresent() ? action : action.filter(type -> type != DialogActionType.ELICIT_SLOT),
                slot,
                choice(entries, "state", IntentState.values(), IntentState::lexName),
                slots,
                named(entries, "attributes"),
                says(entries),
                entries.get("told").map(expected::told).orElse(List.of()));
    }

    private List<String> says(Entries entries) {
        Optional<YamlNode> node = entries.get("says");
        List<YamlNode> texts = node.map(n -> n instanceof YamlNode.Items items ? items.items() : List.of(n))
                .orElse(List.of());
        return texts.stream()
                .flatMap(text -> Values.text(text, "words of the hook", problems).stream())
                .map(YamlNode.Scalar::text)
                .toList();
    }

    private Map<String, String> named(Entries entries, String key) {
        Map<String, String> values = new LinkedHashMap<>();
        for (YamlNode.Field field : entries.named(key)) {
            if (key.equals("slots") && bot.isPresent() && !slotNames().contains(field.key())) {
                String found = "the slot \"" + field.key() + "\"";
                problems.addName(field.position(), "slot.unknown", found, field.key(), slotNames());
            }
            Values.text(field.value(), "a value", problems).ifPresent(text -> values.put(field.key(), text.text()));
        }
        return values;
    }

    private <T> Optional<T> choice(Entries entries, String key, T[] valid, Function<T, String> word) {
        List<String> words = Arrays.stream(valid).map(word).toList();
        return entries.get(key)
                .flatMap(node -> Values.oneOf(node, words, "value.choice", problems))
                .flatMap(chosen -> Stream.of(valid)
                        .filter(value -> word.apply(value).equals(chosen))
                        .findFirst());
    }

    private List<String> slotNames() {
        return bot.map(Bot::intents).orElse(List.of()).stream()
                .flatMap(intent -> intent.slots().stream())
                .map(slot -> slot.name().value())
                .distinct()
                .toList();
    }
}
