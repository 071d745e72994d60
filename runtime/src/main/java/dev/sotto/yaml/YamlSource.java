package dev.sotto.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the text of one YAML file into nodes. Aliases are refused: the formats have no need of them, and they are how a
 * few lines become gigabytes.
 */
public final class YamlSource {

    /** Largest file in characters; a bot with a thousand intents has a tenth of it. */
    public static final int MAX_CHARACTERS = 8 * 1024 * 1024;

    /** Deepest nesting; the formats need six. */
    public static final int MAX_DEPTH = 32;

    private static final String ONE_DOCUMENT = "one YAML document of keys with values";

    private final String file;
    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlSource(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a file's text.
     *
     * @param file its name for messages
     * @return the document, or nothing if it cannot be read at all; then there is at least one problem more
     */
    public static Optional<YamlNode> read(String file, String text, Problems problems) {
        if (text.length() > MAX_CHARACTERS) {
            problems.add(
                    Position.startOf(file),
                    "yaml.too_large",
                    text.length() + " characters",
                    "at most " + MAX_CHARACTERS);
            return Optional.empty();
        }
        return new YamlSource(file, problems).compose(text);
    }

    private Optional<YamlNode> compose(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.add(Position.startOf(file), "yaml.empty", "an empty file", ONE_DOCUMENT);
            }
            return root.flatMap(node -> Optional.ofNullable(convert(node, 0)));
        } catch (MarkedYamlEngineException e) {
            Position at = e.getProblemMark().map(this::position).orElse(Position.startOf(file));
            problems.add(at, "yaml.syntax", "text that is not YAML (" + e.getProblem() + ")", ONE_DOCUMENT);
        } catch (YamlEngineException e) {
            problems.add(Position.startOf(file), "yaml.syntax", "text that is not YAML", ONE_DOCUMENT);
        } catch (StackOverflowError e) {
            problems.add(
                    Position.startOf(file), "yaml.too_deep", "endless nesting", "at most " + MAX_DEPTH + " levels");
        }
        return Optional.empty();
    }

    private @Nullable YamlNode convert(Node node, int depth) {
        Position at = node.getStartMark().map(this::position).orElse(Position.startOf(file));
        if (depth > MAX_DEPTH) {
            problems.add(at, "yaml.too_deep", "nesting deeper than " + MAX_DEPTH, "at most " + MAX_DEPTH + " levels");
            return null;
        }
        if (!seen.add(node)) {
            problems.add(at, "yaml.alias", "an alias (*name)", "the value written out");
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            return new YamlNode.Scalar(at, scalar.getValue(), plain ? YamlNode.Style.PLAIN : YamlNode.Style.QUOTED);
        }
        if (node instanceof SequenceNode sequence) {
            return items(sequence, at, depth);
        }
        return fields((MappingNode) node, at, depth);
    }

    private YamlNode items(SequenceNode sequence, Position at, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            YamlNode converted = convert(item, depth + 1);
            if (converted != null) {
                items.add(converted);
            }
        }
        return new YamlNode.Items(at, items);
    }

    private YamlNode fields(MappingNode mapping, Position at, int depth) {
        List<YamlNode.Field> fields = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Position keyAt =
                    tuple.getKeyNode().getStartMark().map(this::position).orElse(at);
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(keyAt, "yaml.key", "a key that is not a word", "a word");
            } else if (!keys.add(key.getValue())) {
                problems.add(keyAt, "key.duplicate", "\"" + key.getValue() + "\" for the second time", "each key once");
            } else {
                YamlNode value = convert(tuple.getValueNode(), depth + 1);
                if (value != null) {
                    fields.add(new YamlNode.Field(keyAt, key.getValue(), value));
                }
            }
        }
        return new YamlNode.Fields(at, fields);
    }

    private Position position(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
