package dev.sotto.bot.build;

import dev.sotto.bot.Condition;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Message;
import dev.sotto.bot.Next;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Place;
import dev.sotto.bot.Template;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.NearestName;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what happens at a place of an intent: a text, or {@code say}, {@code set}, {@code fill}, {@code when} and {@code then}. */
final class PassageReader {

    static final List<String> KEYS = List.of("say", "set", "fill", "when", "then");
    static final List<String> BRANCH_KEYS = List.of("if", "say", "set", "fill", "when", "then");
    static final List<String> CALL_KEYS =
            List.of("hook", "timeout", "label", "transcript", "succeeded", "failed", "timed-out");
    private static final Map<String, Next> WORDS = words();
    private static final List<String> STEPS = List.of("ask", "start", "call", "transfer");
    private static final List<String> STEP_KEYS = List.of("ask", "silently", "start", "call", "transfer");
    private static final String EXPECTED = String.join(", ", WORDS.keySet())
            + ", { ask: slot }, { start: intent }, { call: … } or { transfer: agents }";
    private static final int MAX_DEPTH = 8;

    private final Sheets file;
    private final MessageReader messages;
    private final ClauseReader clauses;
    private final PlainText texts;
    private final Set<String> intents;
    private final Problems problems;

    /** @param intents the names of all intents */
    PassageReader(Sheets file, MessageReader messages, ClauseReader clauses, Set<String> intents, Problems problems) {
        this.file = file;
        this.messages = messages;
        this.clauses = clauses;
        this.texts = new PlainText(file, problems);
        this.intents = intents;
        this.problems = problems;
    }

    private static Map<String, Next> words() {
        Map<String, Next> words = new LinkedHashMap<>();
        words.put("continue", Next.ONWARD);
        words.put("confirm", new Next.Confirm());
        words.put("fulfil", new Next.Fulfil());
        words.put("close", new Next.Close());
        words.put("listen", new Next.Listen());
        words.put("hangup", new Next.End(new Ending.Hangup()));
        return words;
    }

    /** Reads the passage below a key, if it stands there. */
    Optional<Passage> passage(Entries entries, String key, Place place, SlotScope scope) {
        return entries.get(key).map(node -> passage(node, place.path(), scope, 0));
    }

    private Passage passage(YamlNode node, String path, SlotScope scope, int depth) {
        if (!(node instanceof YamlNode.Fields) || MessageReader.isSpecial(node)) {
            return messages.messages(node, scope)
                    .map(said -> new Passage(said, Map.of(), Map.of(), List.of(), Next.ONWARD))
                    .orElse(Passage.NONE);
        }
        return Entries.of(node, "what happens here", KEYS, problems)
                .map(entries -> passage(entries, path, scope, depth))
                .orElse(Passage.NONE);
    }

    private Passage passage(Entries entries, String path, SlotScope scope, int depth) {
        if (depth > MAX_DEPTH) {
            problems.add(
                    entries.position(), "value.range", "branches within branches", "at most " + MAX_DEPTH + " of them");
            return Passage.NONE;
        }
        List<Message> say = entries.get("say")
                .flatMap(node -> messages.messages(node, scope))
                .orElse(List.of());
        return new Passage(
                say,
                set(entries, scope),
                fill(entries, scope),
                branches(entries, path, scope, depth),
                entries.get("then").map(node -> next(node, path, scope, depth)).orElse(Next.ONWARD));
    }

    private Map<String, Template> set(Entries entries, SlotScope scope) {
        Map<String, Template> set = new LinkedHashMap<>();
        for (YamlNode.Field field : entries.named("set")) {
            if (TemplateText.isAttribute(field.key())) {
                messages.template(field.value(), scope).ifPresent(value -> set.put(field.key(), value));
            } else {
                problems.add(
                        field.position(),
                        "name.malformed",
                        "\"" + field.key() + "\" as the name of a session attribute",
                        "up to 100 letters, digits, dots, hyphens and underscores");
            }
        }
        return set;
    }

    private Map<SlotName, Optional<Template>> fill(Entries entries, SlotScope scope) {
        Map<SlotName, Optional<Template>> fill = new LinkedHashMap<>();
        for (YamlNode.Field field : entries.named("fill")) {
            boolean known =
                    SlotName.isValid(field.key()) && scope.check(new SlotName(field.key()), field.position(), problems);
            boolean emptied = field.value() instanceof YamlNode.Scalar scalar && scalar.isEmpty();
            if (known && emptied) {
                fill.put(new SlotName(field.key()), Optional.empty());
            } else if (known) {
                messages.template(field.value(), scope)
                        .ifPresent(value -> fill.put(new SlotName(field.key()), Optional.of(value)));
            }
        }
        return fill;
    }

    private List<Passage.Branch> branches(Entries entries, String path, SlotScope scope, int depth) {
        List<Passage.Branch> branches = new ArrayList<>();
        List<YamlNode> items = entries.get("when")
                .map(node -> Values.list(node, "a list of branches, each with \"if\"", problems))
                .orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            YamlNode item = items.get(i);
            String within = Place.branch(path, i);
            Optional<Entries> branch = Entries.of(item, "a branch", BRANCH_KEYS, problems);
            Optional<Condition> condition =
                    branch.flatMap(keys -> keys.get("if")).flatMap(node -> condition(node, scope));
            if (branch.isPresent() && !branch.get().has("if") && i < items.size() - 1) {
                problems.add(
                        item.position(), "branch.order", "a branch without \"if\" before others", "it to be the last");
            }
            branch.map(keys -> passage(keys, within, scope, depth + 1))
                    .ifPresent(passage -> branches.add(new Passage.Branch(condition, passage)));
        }
        if (branches.size() > Passage.MAX_BRANCHES + 1) {
            String found = branches.size() + " branches";
            problems.add(
                    entries.position(),
                    "count.too_many",
                    found,
                    "at most " + Passage.MAX_BRANCHES + " with \"if\" and one without");
        }
        return branches;
    }

    private Optional<Condition> condition(YamlNode node, SlotScope scope) {
        return texts.read(node, "a condition", ConditionText.MAX_LENGTH).flatMap(scalar -> {
            ConditionText.Parsed parsed = ConditionText.parse(scalar.text());
            file.note(parsed.faults(), scalar, problems);
            parsed.places().forEach(place -> scope.check(place.slot(), file.within(scalar, place.offset()), problems));
            return parsed.condition();
        });
    }

    private Next next(YamlNode node, String path, SlotScope scope, int depth) {
        if (node instanceof YamlNode.Fields) {
            return Entries.of(node, "a next step", STEP_KEYS, problems)
                    .map(entries -> step(node, entries, path, scope, depth))
                    .orElse(Next.ONWARD);
        }
        Optional<String> word = Values.text(node, EXPECTED, problems).map(YamlNode.Scalar::text);
        if (word.isPresent() && !WORDS.containsKey(word.get())) {
            Optional<String> nearest = NearestName.of(word.get(), WORDS.keySet());
            problems.add(new Problem(node.position(), "value.choice", node.kind(), EXPECTED, nearest));
        }
        return word.map(known -> WORDS.getOrDefault(known, Next.ONWARD)).orElse(Next.ONWARD);
    }

    private Next step(YamlNode node, Entries entries, String path, SlotScope scope, int depth) {
        if (STEPS.stream().filter(entries::has).count() != 1 || (entries.has("silently") && !entries.has("ask"))) {
            problems.add(node.position(), "value.choice", node.kind(), EXPECTED);
            return Next.ONWARD;
        }
        return entries.get("ask")
                .map(slot -> ask(slot, manner(entries), scope))
                .or(() -> entries.get("start").map(this::start))
                .or(() -> entries.get("call").map(call -> call(call, path, scope, depth)))
                .or(() -> clauses.ending(node).map(Next.End::new))
                .orElse(Next.ONWARD);
    }

    private Next.Manner manner(Entries step) {
        boolean silently = step.get("silently")
                .flatMap(node -> Values.yesOrNo(node, problems))
                .orElse(false);
        return silently ? Next.Manner.SILENTLY : Next.Manner.ALOUD;
    }

    private Next ask(YamlNode node, Next.Manner manner, SlotScope scope) {
        return Values.text(node, "the name of a slot", problems)
                .map(YamlNode.Scalar::text)
                .filter(SlotName::isValid)
                .map(SlotName::new)
                .map(scope::asked)
                .filter(slot -> scope.check(slot, node.position(), problems))
                .<Next>map(slot -> new Next.Ask(slot, manner))
                .orElse(Next.ONWARD);
    }

    private Next start(YamlNode node) {
        Optional<String> name =
                Values.text(node, "the name of an intent", problems).map(YamlNode.Scalar::text);
        if (name.isPresent() && !intents.contains(name.get())) {
            List<String> sorted = intents.stream().sorted().toList();
            problems.addName(node.position(), "intent.unknown", "the intent " + node.kind(), name.get(), sorted);
            return Next.ONWARD;
        }
        return name.filter(IntentName::isValid)
                .<Next>map(known -> new Next.Start(new IntentName(known)))
                .orElse(Next.ONWARD);
    }

    private Next call(YamlNode node, String path, SlotScope scope, int depth) {
        Optional<Entries> entries = Entries.of(node, "a call", CALL_KEYS, problems);
        Optional<Hook> hook = entries.flatMap(clauses::hook);
        if (entries.isEmpty() || hook.isEmpty()) {
            return Next.ONWARD;
        }
        return new Next.Call(
                path,
                hook.get(),
                after(entries.get(), "succeeded", path, scope, depth),
                after(entries.get(), "failed", path, scope, depth),
                after(entries.get(), "timed-out", path, scope, depth));
    }

    private Passage after(Entries entries, String outcome, String path, SlotScope scope, int depth) {
        return entries.get(outcome)
                .map(node -> passage(node, Place.after(path, outcome), scope, depth + 1))
                .orElse(Passage.NONE);
    }
}
