package dev.sotto.bot.build;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import dev.sotto.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the files of a bot together as if all of it stood in one. */
final class Assembly {

    private Assembly() {}

    /** Returns the bot in its first locale, or nothing if its file cannot be read as keys and values. */
    static Optional<YamlNode> structure(BotSource source, Problems problems) {
        Optional<YamlNode> main = read(source.main(), problems);
        if (!(main.orElse(null) instanceof YamlNode.Fields root)) {
            return main;
        }
        YamlNode.Fields whole = with(root, BotFormat.INTENTS, source.parts(BotFormat.INTENTS), problems);
        return Optional.of(with(whole, BotFormat.TYPES, source.parts(BotFormat.TYPES), problems));
    }

    private static YamlNode.Fields with(
            YamlNode.Fields root, String key, Map<String, SourceFile> parts, Problems problems) {
        Optional<YamlNode> before = Optional.ofNullable(root.byKey().get(key));
        if (parts.isEmpty() || (before.isPresent() && !(before.get() instanceof YamlNode.Fields))) {
            return root;
        }
        List<YamlNode.Field> named = new ArrayList<>();
        before.ifPresent(node -> named.addAll(((YamlNode.Fields) node).entries()));
        parts.forEach((name, file) -> {
            Position at = Position.startOf(file.shown());
            part(file, at, problems).ifPresent(part -> named.add(new YamlNode.Field(at, name, part)));
        });
        List<YamlNode.Field> fields = new ArrayList<>(root.entries());
        fields.removeIf(field -> field.key().equals(key));
        Position at = before.map(YamlNode::position).orElse(root.position());
        fields.add(new YamlNode.Field(at, key, new YamlNode.Fields(at, named)));
        return new YamlNode.Fields(root.position(), fields);
    }

    /** A file is YAML, or a grammar, which stands as it is below a key that no author can write. */
    private static Optional<YamlNode> part(SourceFile file, Position at, Problems problems) {
        if (!file.shown().endsWith(BotFormat.GRAMMAR)) {
            return read(file, problems);
        }
        YamlNode grammar = new YamlNode.Scalar(at, file.text(), YamlNode.Style.QUOTED);
        return Optional.of(new YamlNode.Fields(at, List.of(new YamlNode.Field(at, TypeReader.GRAMMAR, grammar))));
    }

    /** Reads the text of one file. */
    static Optional<YamlNode> read(SourceFile file, Problems problems) {
        return YamlSource.read(file.shown(), file.text(), problems);
    }
}
