package dev.sotto.bot.testing;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Scope;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.nlu.Moment;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import dev.sotto.yaml.YamlSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code tests/*.yaml}. Any text may come in: what is wrong with it is noted, and nothing is thrown. */
public final class TestReader {

    private static final List<String> FILE_KEYS = List.of("now", "locale", "tests");
    private static final List<String> KEYS = List.of("test", "as", "steps");
    private static final String IDENTIFIED = "identified";
    private static final List<String> PERSON_KEYS = List.of("scopes");

    private final Problems problems;
    private final List<Bot> locales;
    private final StepReader steps;
    private Moment moment = Moment.EXAMPLE;
    private Optional<Locale> locale = Optional.empty();

    private TestReader(List<Bot> locales, Problems problems) {
        this.problems = problems;
        this.locales = locales;
        this.steps = new StepReader(locales.stream().findFirst(), problems);
    }

    /**
     * Reads the tests of a file.
     *
     * @param locales the bot that they are for in each of its locales, if it could be read; names are compared with its own
     * @param problems takes what is wrong
     * @return the tests that could be read, of which some may lack what was wrong
     */
    public static List<BotTest> read(SourceFile file, List<Bot> locales, Problems problems) {
        Optional<YamlNode> root = YamlSource.read(file.shown(), file.text(), problems);
        return root.map(node -> new TestReader(locales, problems).tests(node)).orElse(List.of());
    }

    private List<BotTest> tests(YamlNode root) {
        List<BotTest> tests = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode item : items(root)) {
            Optional<BotTest> test = Entries.of(item, "a test", KEYS, problems).flatMap(this::test);
            test.ifPresent(read -> {
                tests.add(read);
                if (!names.add(read.name())) {
                    String found = "a second test called \"" + read.name() + "\"";
                    problems.add(read.position(), "name.duplicate", found, "each test with a name of its own");
                }
            });
        }
        return tests;
    }

    private Optional<Locale> locale(YamlNode node) {
        List<String> spoken =
                locales.stream().map(bot -> bot.locale().toLanguageTag()).toList();
        Optional<YamlNode.Scalar> tag = Values.text(node, "a locale of the bot", problems);
        if (!spoken.isEmpty() && tag.isPresent() && !spoken.contains(tag.get().text())) {
            problems.addName(
                    node.position(), "locale.unknown", node.kind(), tag.get().text(), spoken);
            return Optional.empty();
        }
        return tag.map(scalar -> Locale.forLanguageTag(scalar.text()));
    }

    /** A file is a list of tests, or says first when they happen and in which locale. */
    private List<YamlNode> items(YamlNode root) {
        Optional<YamlNode> list = Optional.of(root);
        if (root instanceof YamlNode.Fields) {
            Optional<Entries> head = Entries.of(root, "a file of tests", FILE_KEYS, problems);
            head.flatMap(entries -> entries.get("now")).flatMap(this::moment).ifPresent(now -> moment = now);
            locale = head.flatMap(entries -> entries.get("locale")).flatMap(this::locale);
            list = head.flatMap(entries -> entries.required("tests"));
        }
        return list.map(node -> Values.list(node, "a list of tests", problems)).orElse(List.of());
    }

    private Optional<Moment> moment(YamlNode node) {
        String expected = "a date and time, such as 2026-11-22T10:00";
        Optional<YamlNode.Scalar> text = Values.text(node, expected, problems);
        try {
            return text.map(scalar -> new Moment(LocalDateTime.parse(scalar.text())));
        } catch (DateTimeParseException e) {
            problems.add(node.position(), "value.kind", node.kind(), expected);
            return Optional.empty();
        }
    }

    private Optional<BotTest> test(Entries entries) {
        Optional<YamlNode.Scalar> name =
                entries.required("test").flatMap(node -> Values.text(node, "what the test shows", problems));
        Optional<Set<Scope>> person = entries.get("as").map(this::person);
        List<TestStep> read = new ArrayList<>();
        Optional<YamlNode> list = entries.required("steps");
        for (YamlNode item :
                list.map(node -> Values.list(node, "a list of steps", problems)).orElse(List.of())) {
            steps.step(item).ifPresent(read::add);
        }
        return name.map(text -> new BotTest(entries.position(), text.text(), locale, moment, person, read));
    }

    private Set<Scope> person(YamlNode node) {
        Set<Scope> scopes = new HashSet<>();
        if (node instanceof YamlNode.Scalar scalar) {
            if (!scalar.text().equals(IDENTIFIED)) {
                problems.addName(
                        node.position(),
                        "value.choice",
                        node.kind(),
                        scalar.text(),
                        List.of(IDENTIFIED, "{ scopes: … }"));
            }
            return scopes;
        }
        Optional<YamlNode> list =
                Entries.of(node, "a person", PERSON_KEYS, problems).flatMap(entries -> entries.required("scopes"));
        for (YamlNode item :
                list.map(n -> Values.list(n, "a list of scopes", problems)).orElse(List.of())) {
            Optional<YamlNode.Scalar> scope = Values.text(item, "a scope", problems);
            if (scope.isPresent() && Scope.isValid(scope.get().text())) {
                scopes.add(new Scope(scope.get().text()));
            } else if (scope.isPresent()) {
                Position at = item.position();
                problems.add(at, "scope.malformed", item.kind(), "a scope: 1 to 64 of a-z, 0-9 and inner . _ -");
            }
        }
        return scopes;
    }
}
