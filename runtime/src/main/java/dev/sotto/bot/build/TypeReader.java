package dev.sotto.bot.build;

import dev.sotto.bot.Glossary;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.value.CodePattern;
import dev.sotto.nlu.value.Grammar;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.Values;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the bot's own slot types. */
final class TypeReader {

    static final List<String> KEYS = List.of("open", "pattern", "values");
    static final String GRAMMAR = "grammar";
    static final List<String> VALUE_KEYS = List.of("said", "words");

    private final Sheets file;
    private final PlainText texts;
    private final Problems problems;
    private final Map<SlotTypeName, Map<String, String>> said = new HashMap<>();

    TypeReader(Sheets file, Problems problems) {
        this.file = file;
        this.texts = new PlainText(file, problems);
        this.problems = problems;
    }

    /** Reads all types. */
    List<TrainingSet.SlotType> types(List<YamlNode.Field> fields) {
        Names.noteTwins(fields, "slot type", problems);
        Names.noteTooMany(fields, BotFormat.MAX_TYPES, "slot types", problems);
        List<TrainingSet.SlotType> types = new ArrayList<>();
        for (YamlNode.Field field : fields) {
            boolean named = Names.check(field, SlotTypeName.isValid(field.key()), "slot type", problems);
            if (BotFormat.BUILT_IN_TYPES.contains(field.key())) {
                String found = "a type of the bot's own called \"" + field.key() + "\"";
                problems.add(field.position(), "type.built_in", found, "another name, for this type is built in");
            } else if (named && isGrammar(field.value())) {
                grammar(field).ifPresent(types::add);
            } else if (named) {
                Entries.of(field.value(), "a slot type", KEYS, problems)
                        .ifPresent(entries -> types.add(type(field, entries)));
            }
        }
        return types;
    }

    /** Returns how values are said, of all types read so far. */
    Glossary glossary() {
        return new Glossary(said);
    }

    private static boolean isGrammar(YamlNode node) {
        return node.position().file().endsWith(BotFormat.GRAMMAR);
    }

    /** Reads a type that is a grammar in a file of its own. */
    private Optional<TrainingSet.SlotType> grammar(YamlNode.Field field) {
        String xml = field.value() instanceof YamlNode.Fields fields
                        && fields.byKey().get(GRAMMAR) instanceof YamlNode.Scalar text
                ? text.text()
                : "";
        Optional<Grammar.Flaw> flaw = Grammar.flaw(xml);
        flaw.ifPresent(found -> problems.add(
                new Position(field.position().file(), found.line(), found.column()),
                "grammar.malformed",
                found.what(),
                "a grammar in GRXML of the kind that is read here"));
        return flaw.isPresent()
                ? Optional.empty()
                : Optional.of(new TrainingSet.SlotType(
                        new SlotTypeName(field.key()), List.of(), false, Optional.empty(), Optional.of(xml)));
    }

    private TrainingSet.SlotType type(YamlNode.Field field, Entries entries) {
        boolean open = entries.get("open")
                .flatMap(node -> Values.yesOrNo(node, problems))
                .orElse(false);
        List<YamlNode.Field> values = entries.named("values");
        Names.noteTooMany(values, BotFormat.MAX_VALUES, "values of \"" + field.key() + "\"", problems);
        Optional<String> pattern = entries.get("pattern").flatMap(this::pattern);
        if (values.isEmpty() && !open && !entries.has("pattern")) {
            String found = "the slot type \"" + field.key() + "\" without values";
            problems.add(field.position(), "type.empty", found, "at least one value, a \"pattern\", or \"open: yes\"");
        }
        Map<String, YamlNode.Field> leads = new HashMap<>();
        List<TrainingSet.Entry> read = new ArrayList<>();
        for (YamlNode.Field value : values) {
            read.add(value(value, leads, new SlotTypeName(field.key())));
        }
        return new TrainingSet.SlotType(new SlotTypeName(field.key()), read, open, pattern);
    }

    private Optional<String> pattern(YamlNode node) {
        String expected = "a pattern of up to " + CodePattern.MAX_LENGTH + " characters without * + {n,} and .";
        Optional<YamlNode.Scalar> text = Values.text(node, expected, problems);
        Optional<CodePattern.Flaw> flaw = text.flatMap(scalar -> CodePattern.flaw(scalar.text()));
        flaw.ifPresent(found -> problems.add(
                text.map(scalar -> file.within(scalar, found.offset())).orElse(node.position()),
                "pattern.malformed",
                found.what(),
                expected));
        return flaw.isPresent() ? Optional.empty() : text.map(YamlNode.Scalar::text);
    }

    private TrainingSet.Entry value(YamlNode.Field value, Map<String, YamlNode.Field> leads, SlotTypeName type) {
        YamlNode.Scalar name = new YamlNode.Scalar(value.position(), value.key(), YamlNode.Style.PLAIN);
        boolean shown = texts.read(name, "a value", BotFormat.MAX_VALUE).isPresent();
        if (shown) {
            noteLead(name, value, leads);
        }
        List<String> synonyms = new ArrayList<>();
        List<YamlNode> words =
                value.value() instanceof YamlNode.Fields ? detailed(value, type) : synonyms(value.value());
        for (YamlNode item : words) {
            texts.read(item, "other words for \"" + value.key() + "\"", BotFormat.MAX_VALUE)
                    .ifPresent(synonym -> {
                        noteLead(synonym, value, leads);
                        synonyms.add(synonym.text());
                    });
        }
        return new TrainingSet.Entry(value.key(), synonyms);
    }

    /** Reads a value that is said in other words than its own. */
    private List<YamlNode> detailed(YamlNode.Field value, SlotTypeName type) {
        Optional<Entries> entries = Entries.of(value.value(), "a value", VALUE_KEYS, problems);
        Optional<YamlNode> spoken = entries.flatMap(keys -> keys.required("said"));
        spoken.flatMap(node -> Values.text(node, "how the value is said", problems))
                .ifPresent(text ->
                        said.computeIfAbsent(type, any -> new HashMap<>()).put(value.key(), text.text()));
        List<YamlNode> words = new ArrayList<>(spoken.stream().toList());
        entries.flatMap(keys -> keys.get("words")).map(this::synonyms).ifPresent(words::addAll);
        return words;
    }

    private List<YamlNode> synonyms(YamlNode node) {
        boolean none = node instanceof YamlNode.Scalar scalar && scalar.isEmpty();
        return none ? List.of() : Values.list(node, "a list of other words for the value", problems);
    }

    private void noteLead(YamlNode.Scalar words, YamlNode.Field value, Map<String, YamlNode.Field> leads) {
        YamlNode.Field first = leads.putIfAbsent(folded(words.text()), value);
        if (first != null && !first.equals(value)) {
            String found = "\"" + words.text() + "\" for \"" + value.key() + "\" and, in line "
                    + first.position().line() + ", for \"" + first.key() + "\"";
            problems.add(file.within(words, 0), "value.ambiguous", found, "words that lead to one value");
        }
    }

    /** Returns the words as they are compared: without capitals and needless space. */
    static String folded(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
