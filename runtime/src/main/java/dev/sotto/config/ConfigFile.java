package dev.sotto.config;

import dev.sotto.yaml.NearestName;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the settings of a parsed {@code server.yaml}. Confined to the thread that reads. */
final class ConfigFile {

    /** Keys that are no more, or never were although people look for them, and what to do instead. */
    private static final Map<String, String> FORMER = Map.of(
            "listen.http", "listen.https: Sotto has no plaintext listener",
            "listen.port", "listen.https, which takes a port or an address and port",
            "storage.retention", "storage.transcripts");

    private final ChosenValues values;
    private final Problems problems;

    ConfigFile(ChosenValues values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    void read(YamlNode root) {
        if (root instanceof YamlNode.Fields fields) {
            group("", fields);
        } else {
            problems.add(root.position(), "value.kind", root.kind(), "keys such as " + String.join(", ", below("")));
        }
    }

    private void group(String prefix, YamlNode.Fields fields) {
        for (YamlNode.Field field : fields.entries()) {
            String key = prefix + field.key();
            Optional<Setting<?>> setting = setting(key);
            boolean isGroup = !below(key + ".").isEmpty();
            if (isGroup && field.value() instanceof YamlNode.Fields inner) {
                group(key + ".", inner);
            } else if (setting.isPresent()) {
                ValueSource source = new ValueSource.File(field.value().position());
                values.read(setting.get(), field.value(), source, problems);
            } else if (isGroup) {
                notAGroup(key, field.value());
            } else {
                unknown(key, prefix, field);
            }
        }
    }

    private void notAGroup(String key, YamlNode value) {
        boolean isEmpty = value instanceof YamlNode.Scalar scalar && scalar.isEmpty();
        if (!isEmpty) {
            String expected = "keys such as " + String.join(", ", below(key + "."));
            problems.add(value.position(), "value.kind", value.kind(), expected);
        }
    }

    private void unknown(String key, String prefix, YamlNode.Field field) {
        String found = "the key \"" + key + "\"";
        String instead = FORMER.get(key);
        if (instead != null) {
            problems.add(field.position(), "key.former", found + ", which there is not", instead);
            return;
        }
        Set<String> here = below(prefix);
        Optional<String> near = NearestName.of(field.key(), here).or(() -> elsewhere(field.key()));
        problems.add(new Problem(field.position(), "key.unknown", found, "one of " + String.join(", ", here), near));
    }

    /** A key that is right but stands in the wrong place. */
    private static Optional<String> elsewhere(String word) {
        List<String> same = Settings.all().stream()
                .map(Setting::key)
                .filter(key -> key.endsWith("." + word))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private static Optional<Setting<?>> setting(String key) {
        return Settings.all().stream().filter(s -> s.key().equals(key)).findFirst();
    }

    /** Returns the words that can follow a prefix. */
    private static Set<String> below(String prefix) {
        Set<String> words = new LinkedHashSet<>();
        for (Setting<?> setting : Settings.all()) {
            if (setting.key().startsWith(prefix)) {
                words.add(setting.key().substring(prefix.length()).split("\\.", 2)[0]);
            }
        }
        return words;
    }
}
