package dev.sotto.bot.testing;

import dev.sotto.bot.Bot;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one step of a test. */
final class StepReader {

    private static final List<String> KEYS = List.of("user", "presses", "silent", "leaves", "wait", "hook", "expect");
    private static final List<String> ACTS = KEYS.subList(0, 5);
    private static final Pattern DIGITS = Pattern.compile("[0-9*#A-D]{1,32}");
    private static final int MAX_TEXT = 1024;
    private static final Duration MIN_WAIT = Duration.ofSeconds(1);
    private static final Duration MAX_WAIT = Duration.ofDays(366);

    private final Problems problems;
    private final HookReader hooks;
    private final ExpectedReader expected;

    StepReader(Optional<Bot> bot, Problems problems) {
        this.problems = problems;
        this.expected = new ExpectedReader(bot, problems);
        this.hooks = new HookReader(bot, expected, problems);
    }

    Optional<TestStep> step(YamlNode node) {
        return Entries.of(node, "a step", KEYS, problems).flatMap(this::step);
    }

    private Optional<TestStep> step(Entries entries) {
        Optional<TestStep.Act> act = act(entries);
        List<ScriptedHook> answers = new ArrayList<>();
        entries.get("hook")
                .ifPresent(node -> calls(node).forEach(call -> hooks.hook(call).ifPresent(answers::add)));
        Expected facts = entries.get("expect").map(expected::expected).orElse(new Expected(List.of()));
        return act.map(what -> new TestStep(entries.position(), what, answers, facts));
    }

    private static List<YamlNode> calls(YamlNode node) {
        return node instanceof YamlNode.Items items ? items.items() : List.of(node);
    }

    private Optional<TestStep.Act> act(Entries entries) {
        List<String> acts = ACTS.stream().filter(entries::has).toList();
        if (acts.size() != 1) {
            String found = acts.isEmpty() ? "a step in which nobody does anything" : "a step with " + acts;
            problems.add(entries.position(), "step.act", found, "one of " + String.join(", ", ACTS));
            return Optional.empty();
        }
        String act = acts.get(0);
        YamlNode value = entries.get(act).orElseThrow();
        return switch (act) {
            case "user" -> text(value).map(TestStep.Says::new);
            case "presses" -> digits(value).map(TestStep.Presses::new);
            case "wait" -> Values.duration(value, MIN_WAIT, MAX_WAIT, problems).map(TestStep.Waits::new);
            case "silent" -> yes(value).map(yes -> new TestStep.IsSilent());
            default -> yes(value).map(yes -> new TestStep.Leaves());
        };
    }

    private Optional<String> text(YamlNode node) {
        Optional<YamlNode.Scalar> text = Values.text(node, "what the person says", problems);
        if (text.isPresent()
                && text.get().text().codePointCount(0, text.get().text().length()) > MAX_TEXT) {
            problems.add(node.position(), "text.too_long", "a longer text", "at most " + MAX_TEXT + " characters");
            return Optional.empty();
        }
        return text.map(YamlNode.Scalar::text);
    }

    private Optional<String> digits(YamlNode node) {
        Optional<YamlNode.Scalar> digits = Values.text(node, "the keys that are pressed", problems);
        if (digits.isPresent() && !DIGITS.matcher(digits.get().text()).matches()) {
            problems.add(node.position(), "value.kind", node.kind(), "1 to 32 of 0-9 * # A-D");
            return Optional.empty();
        }
        return digits.map(YamlNode.Scalar::text);
    }

    private Optional<String> yes(YamlNode node) {
        return Values.oneOf(node, List.of("yes"), "value.choice", problems);
    }
}
