package dev.sotto.bot.testing;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Slot;
import dev.sotto.lex.IntentState;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads what is expected of a step. */
final class ExpectedReader {

    /** What a test writes for an intent when the person was not understood. */
    static final String NONE = "none";

    /** What a test writes for a question when none was put. */
    static final String NOTHING = "nothing";

    private static final List<Expected.Aspect> ASPECTS = Arrays.stream(Expected.Aspect.values())
            .filter(aspect -> aspect != Expected.Aspect.LABEL)
            .toList();
    private static final List<String> KEYS =
            ASPECTS.stream().map(Expected.Aspect::key).toList();
    private static final List<String> TOLD = Stream.of(
                    Expected.Aspect.INTENT, Expected.Aspect.SLOT, Expected.Aspect.LABEL)
            .map(Expected.Aspect::key)
            .toList();
    private static final List<String> STATES =
            Arrays.stream(IntentState.values()).map(IntentState::lexName).toList();

    private final Optional<Bot> bot;
    private final Problems problems;

    ExpectedReader(Optional<Bot> bot, Problems problems) {
        this.bot = bot;
        this.problems = problems;
    }

    Expected expected(YamlNode node) {
        List<Expected.Fact> facts = new ArrayList<>();
        Entries.of(node, "an expectation", KEYS, problems).ifPresent(entries -> {
            for (Expected.Aspect aspect : ASPECTS) {
                entries.get(aspect.key()).ifPresent(value -> read(entries, aspect, value, facts));
            }
        });
        return new Expected(facts);
    }

    /** Reads what a hook should be told: some of what can be compared, besides what is only true of hooks. */
    List<Expected.Fact> told(YamlNode node) {
        List<Expected.Fact> facts = new ArrayList<>();
        Entries.of(node, "what a hook is told", TOLD, problems).ifPresent(entries -> {
            for (Expected.Aspect aspect : List.of(Expected.Aspect.INTENT, Expected.Aspect.SLOT)) {
                entries.get(aspect.key()).ifPresent(value -> read(entries, aspect, value, facts));
            }
            entries.get(Expected.Aspect.LABEL.key())
                    .flatMap(value -> Values.text(value, "the label of a hook", problems))
                    .ifPresent(label -> facts.add(fact(label, Expected.Aspect.LABEL, label.text())));
        });
        return facts;
    }

    private void read(Entries entries, Expected.Aspect aspect, YamlNode value, List<Expected.Fact> facts) {
        switch (aspect) {
            case SLOT -> entries.named(aspect.key()).forEach(slot -> slot(slot, facts));
            case SAYS -> texts(value).forEach(text -> says(text, facts));
            case INTENT -> known(value, aspect, with(intents(), NONE), facts);
            case ASKS -> known(value, aspect, with(slots(), "anything", "yes_no", NOTHING), facts);
            case STATE -> known(value, aspect, STATES, facts);
            case ENDS -> known(value, aspect, List.of("yes", "no"), facts);
            case TRANSFERS, LABEL ->
                Values.text(value, "where to", problems).ifPresent(text -> facts.add(fact(value, aspect, text.text())));
        }
    }

    private void slot(YamlNode.Field field, List<Expected.Fact> facts) {
        List<String> known = slots();
        if (bot.isPresent() && !known.contains(field.key())) {
            problems.addName(field.position(), "slot.unknown", "the slot \"" + field.key() + "\"", field.key(), known);
        } else if (field.value() instanceof YamlNode.Scalar value) {
            String text = value.isEmpty() ? "" : value.text();
            facts.add(new Expected.Fact(value.position(), Expected.Aspect.SLOT, field.key(), text));
        } else {
            problems.add(
                    field.value().position(), "value.kind", field.value().kind(), "the value of a slot, or nothing");
        }
    }

    private void says(YamlNode node, List<Expected.Fact> facts) {
        Optional<YamlNode.Scalar> text = Values.text(node, "words, or a pattern between slashes", problems);
        if (text.isEmpty()) {
            return;
        }
        try {
            Optional<Pattern> pattern = pattern(text.get().text());
            facts.add(fact(node, Expected.Aspect.SAYS, text.get().text()));
            pattern.ifPresent(Pattern::pattern);
        } catch (PatternSyntaxException e) {
            problems.add(node.position(), "pattern.malformed", node.kind(), "a regular expression between slashes");
        }
    }

    /** Returns the pattern that a text between slashes is. */
    static Optional<Pattern> pattern(String text) {
        boolean slashes = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        return slashes ? Optional.of(Pattern.compile(text.substring(1, text.length() - 1))) : Optional.empty();
    }

    private void known(YamlNode node, Expected.Aspect aspect, List<String> known, List<Expected.Fact> facts) {
        boolean open = bot.isEmpty() && (aspect == Expected.Aspect.INTENT || aspect == Expected.Aspect.ASKS);
        Optional<String> word = open
                ? Values.text(node, "a name", problems).map(YamlNode.Scalar::text)
                : Values.oneOf(node, known, aspect.key() + ".unknown", problems);
        word.ifPresent(text -> facts.add(fact(node, aspect, text)));
    }

    private static Expected.Fact fact(YamlNode node, Expected.Aspect aspect, String value) {
        return new Expected.Fact(node.position(), aspect, "", value);
    }

    private static List<YamlNode> texts(YamlNode node) {
        return node instanceof YamlNode.Items items ? items.items() : List.of(node);
    }

    private static List<String> with(List<String> names, String... others) {
        return Stream.concat(Stream.of(others), names.stream()).toList();
    }

    private List<String> intents() {
        return bot.map(Bot::intents).orElse(List.of()).stream()
                .map(intent -> intent.name().value())
                .toList();
    }

    private List<String> slots() {
        return bot.map(Bot::intents).orElse(List.of()).stream()
                .map(Intent::slots)
                .flatMap(List::stream)
                .map(Slot::name)
                .map(Object::toString)
                .distinct()
                .toList();
    }
}
