package dev.sotto.bot.build;

import dev.sotto.bot.Limit;
import dev.sotto.bot.Message;
import dev.sotto.bot.Part;
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
import java.util.Map;
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
    private static final String PARTS = "parts";
    static final List<String> WHOLE_KEYS = List.of(PARTS, "ask", "required", "each-try", "captured", "failed", "class");
    static final List<String> PART_KEYS = KEYS.stream()
            .filter(key -> !List.of("each-try", "captured", "failed", "class", "multiple")
                    .contains(key))
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
        Set<String> wholes = new HashSet<>();
        Set<String> secret = new HashSet<>();
        for (YamlNode.Field slot : intent.named("slots")) {
            Map<String, YamlNode> keys = slot.value() instanceof YamlNode.Fields fields ? fields.byKey() : Map.of();
            Set<String> own = new LinkedHashSet<>(Set.of(slot.key()));
            if (keys.get(PARTS) instanceof YamlNode.Fields parts) {
                wholes.add(slot.key());
                own.clear();
                parts.entries().forEach(part -> own.add(slot.key() + "." + part.key()));
            }
            names.addAll(own);
            if (keys.get("class") instanceof YamlNode.Scalar kind && kind.text().equals("secret")) {
                secret.addAll(own);
                secret.add(slot.key());
            }
        }
        Names.noteTwins(intent.named("slots"), "slot", problems);
        return new SlotScope(owner, names, wholes, secret);
    }

    /** Reads the slots in their order, which is their priority. */
    List<Slot> slots(List<YamlNode.Field> fields, SlotScope scope) {
        Names.noteTooMany(fields, BotFormat.MAX_SLOTS, "slots in " + scope.owner(), problems);
        List<Slot> slots = new ArrayList<>();
        for (YamlNode.Field field : fields) {
            String name = name(field);
            if (field.value() instanceof YamlNode.Fields keys && keys.byKey().containsKey(PARTS)) {
                Entries.of(field.value(), "a slot of several parts", WHOLE_KEYS, problems)
                        .ifPresent(whole -> slots.addAll(parts(whole, scope, name)));
            } else {
                Entries.of(field.value(), "a slot", KEYS, problems)
                        .flatMap(entries -> slot(field, entries, scope, new Own(new SlotName(name), entries)))
                        .ifPresent(slots::add);
            }
        }
        return slots;
    }

    /** A dot parts the name of a slot from that of a part of it. */
    private String name(YamlNode.Field field) {
        boolean valid = SlotName.isValid(field.key()) && field.key().indexOf('.') < 0;
        return Names.check(field, valid, "slot", problems) ? field.key() : "unnamed";
    }

    /** What a slot, or the slot that it is part of, says itself. */
    private record Own(SlotName name, Entries about, Optional<Part> part, boolean last) {

        Own(SlotName name, Entries about) {
            this(name, about, Optional.empty(), true);
        }
    }

    private List<Slot> parts(Entries whole, SlotScope scope, String name) {
        List<Message> opening =
                whole.get("ask").flatMap(node -> messages.messages(node, scope)).orElse(List.of());
        List<YamlNode.Field> fields = whole.named(PARTS);
        Names.noteTwins(fields, "part", problems);
        if (fields.isEmpty() || fields.size() > Part.MOST) {
            problems.add(whole.position(), "count.too_many", fields.size() + " parts of a slot", "1 to " + Part.MOST);
        }
        Part part = new Part(new SlotName(name), opening);
        List<YamlNode.Field> needed =
                fields.stream().filter(SlotReader::isNeeded).toList();
        needed = needed.isEmpty() ? fields : needed;
        List<Slot> parts = new ArrayList<>();
        for (YamlNode.Field field : fields) {
            boolean last = field.equals(needed.get(needed.size() - 1));
            SlotName full = Part.name(part.whole(), name(field));
            Entries.of(field.value(), "a part of a slot", PART_KEYS, problems)
                    .flatMap(entries -> slot(field, entries, scope, new Own(full, whole, Optional.of(part), last)))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    private static boolean isNeeded(YamlNode.Field part) {
        return !(part.value() instanceof YamlNode.Fields keys
                && keys.byKey().get("required") instanceof YamlNode.Scalar required
                && required.text().equals("no"));
    }

    private Optional<Slot> slot(YamlNode.Field field, Entries entries, SlotScope scope, Own own) {
        Optional<String> type = entries.required("type").flatMap(this::type);
        Optional<Prompt> prompt = messages.prompt(entries, pause, scope);
        boolean required = isYes(entries, "required", true) && isYes(own.about(), "required", true);
        if (required && !entries.has("ask")) {
            String found = "the slot \"" + field.key() + "\" without a question";
            problems.add(field.position(), "prompt.missing", found, "the key \"ask\", or \"required: no\"");
        }
        DataClass dataClass = own.about()
                .get("class")
                .flatMap(node -> Values.oneOf(node, CLASSES, "value.choice", problems))
                .map(word -> DataClass.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(DataClass.PERSONAL);
        Optional<Limit> limit = type.flatMap(known -> limits.limit(entries, known, scope));
        if (type.isEmpty() || (required && prompt.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Slot(
                own.name(),
                new SlotTypeName(type.get()),
                required ? Slot.Constraint.REQUIRED : Slot.Constraint.OPTIONAL,
                isYes(entries, "multiple", false) ? Slot.Arity.SEVERAL : Slot.Arity.ONE,
                prompt,
                defaults.defaults(entries),
                limit,
                own.about().get("each-try").flatMap(clauses::hook),
                own.last() ? passage("captured", Place.Point.CAPTURED, scope, own) : Passage.NONE,
                passage("failed", Place.Point.SLOT_FAILED, scope, own),
                dataClass,
                own.part()));
    }

    private Passage passage(String key, Place.Point point, SlotScope scope, Own own) {
        return passages.passage(own.about(), key, Place.of(point, own.name()), scope)
                .orElse(Passage.NONE);
    }

    private boolean isYes(Entries entries, String key, boolean usually) {
        return entries.get(key).flatMap(node -> Values.yesOrNo(node, problems)).orElse(usually);
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
