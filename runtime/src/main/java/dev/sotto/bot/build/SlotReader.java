package dev.sotto.bot.build;

import dev.sotto.bot.Limit;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Place;
import dev.sotto.bot.Prompt;
import dev.sotto.bot.Slot;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the slots of an intent. */
final class SlotReader {

    static final List<String> KEYS = Stream.concat(
                    Stream.of(
                            "type",
                            "required",
                            "multiple",
                            "default",
                            "accept",
                            "refuse",
                            "each-try",
                            "captured",
                            "failed",
                            "class"),
                    MessageReader.PROMPT_KEYS.stream())
            .toList();
    private static final List<String> CLASSES = Arrays.stream(DataClass.values())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .toList();

    private final MessageReader messages;
    private final PassageReader passages;
    private final ClauseReader clauses;
    private final DefaultReader defaults;
    private final Optional<Pause> pause;
    private final LimitReader limits;
    private final Set<String> types;
    private final Problems problems;

    /** @param types the names of all slot types, built in and the bot's own */
    SlotReader(
            MessageReader messages,
            PassageReader passages,
            ClauseReader clauses,
            DefaultReader defaults,
            Optional<Pause> pause,
            Set<String> types,
            Problems problems) {
        this.messages = messages;
        this.passages = passages;
        this.clauses = clauses;
        this.defaults = defaults;
        this.pause = pause;
        this.limits = new LimitReader(messages, problems);
        this.types = types;
        this.problems = problems;
    }

    /** Returns the slots that texts of an intent may name, whether or not they are described rightly. */
    static SlotScope scope(String owner, Entries intent, Problems problems) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> secret = new HashSet<>();
        for (YamlNode.Field slot : intent.named("slots")) {
            names.add(slot.key());
            if (slot.value() instanceof YamlNode.Fields fields
                    && fields.byKey().get("class") instanceof YamlNode.Scalar kind
                    && kind.text().equals("secret")) {
                secret.add(slot.key());
            }
        }
        Names.noteTwins(intent.named("slots"), "slot", problems);
        return new SlotScope(owner, names, secret);
    }

    /** Reads the slots in their order, which is their priority. */
    List<Slot> slots(List<YamlNode.Field> fields, SlotScope scope) {
        Names.noteTooMany(fields, BotFormat.MAX_SLOTS, "slots in " + scope.owner(), problems);
        List<Slot> slots = new ArrayList<>();
        for (YamlNode.Field field : fields) {
            boolean named = Names.check(field, SlotName.isValid(field.key()), "slot", problems);
            Optional<Entries> entries = Entries.of(field.value(), "a slot", KEYS, problems);
            if (entries.isPresent()) {
                Optional<Slot> slot = slot(field, entries.get(), scope, named ? field.key() : "unnamed");
                slot.ifPresent(slots::add);
            }
        }
        return slots;
    }

    private Optional<Slot> slot(YamlNode.Field field, Entries entries, SlotScope scope, String name) {
        Optional<String> type = entries.required("type").flatMap(this::type);
        Optional<Prompt> prompt = messages.prompt(entries, pause, scope);
        boolean required = entries.get("required")
                .flatMap(node -> Values.yesOrNo(node, problems))
                .orElse(true);
        if (required && !entries.has("ask")) {
            String found = "the slot \"" + field.key() + "\" without a question";
            problems.add(field.position(), "prompt.missing", found, "the key \"ask\", or \"required: no\"");
        }
        DataClass dataClass = entries.get("class")
                .flatMap(node -> Values.oneOf(node, CLASSES, "value.choice", problems))
                .map(word -> DataClass.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(DataClass.PERSONAL);
        Optional<Limit> limit = type.flatMap(known -> limits.limit(entries, known, scope));
        if (type.isEmpty() || (required && prompt.isEmpty())) {
            return Optional.empty();
        }
        Slot.Constraint constraint = required ? Slot.Constraint.REQUIRED : Slot.Constraint.OPTIONAL;
        boolean several = entries.get("multiple")
                .flatMap(node -> Values.yesOrNo(node, problems))
                .orElse(false);
        SlotName slot = new SlotName(name);
        return Optional.of(new Slot(
                slot,
                new SlotTypeName(type.get()),
                constraint,
                several ? Slot.Arity.SEVERAL : Slot.Arity.ONE,
                prompt,
                defaults.defaults(entries),
                limit,
                entries.get("each-try").flatMap(clauses::hook),
                passages.passage(entries, "captured", Place.of(Place.Point.CAPTURED, slot), scope)
                        .orElse(Passage.NONE),
                passages.passage(entries, "failed", Place.of(Place.Point.SLOT_FAILED, slot), scope)
                        .orElse(Passage.NONE),
                dataClass));
    }

    private Optional<String> type(YamlNode node) {
        Optional<String> name =
                Values.text(node, "the name of a slot type", problems).map(YamlNode.Scalar::text);
        if (name.isPresent() && !types.contains(name.get())) {
            List<String> sorted = types.stream().sorted().toList();
            problems.addName(node.position(), "type.unknown", "the type " + node.kind(), name.get(), sorted);
            return Optional.empty();
        }
        return name.filter(SlotTypeName::isValid);
    }
}
