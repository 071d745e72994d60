package dev.sotto.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one mapping, read by name: unknown keys, missing keys and values of another kind than expected are noted
 * as problems. Confined to the thread that reads.
 */
public final class Entries {

    private final YamlNode.Fields fields;
    private final Map<String, YamlNode> byKey;
    private final String what;
    private final Problems problems;

    private Entries(YamlNode.Fields fields, String what, Problems problems) {
        this.fields = fields;
        this.byKey = fields.byKey();
        this.what = what;
        this.problems = problems;
    }

    /**
     * Takes a node that should be keys with values, of which only some keys are known.
     *
     * @param what what the node describes, for messages: {@code a slot}
     * @return nothing if the node is of another kind, which is then a problem
     */
    public static Optional<Entries> of(YamlNode node, String what, Collection<String> known, Problems problems) {
        if (!(node instanceof YamlNode.Fields fields)) {
            problems.add(
                    node.position(), "value.kind", node.kind() + " as " + what, "keys of " + String.join(", ", known));
            return Optional.empty();
        }
        for (YamlNode.Field field : fields.entries()) {
            if (!known.contains(field.key())) {
                String found = "the key \"" + field.key() + "\" in " + what;
                problems.addName(field.position(), "key.unknown", found, field.key(), known);
            }
        }
        return Optional.of(new Entries(fields, what, problems));
    }

    /** Returns where the mapping begins. */
    public Position position() {
        return fields.position();
    }

    /** Returns whether the key stands there, with a value or without. */
    public boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** Returns the value of a key, if it stands there. */
    public Optional<YamlNode> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Returns the value of a key that must be there. */
    public Optional<YamlNode> required(String key) {
        if (!has(key)) {
            problems.add(position(), "key.missing", what + " without \"" + key + "\"", "the key \"" + key + "\"");
        }
        return get(key);
    }

    /** Returns the keys and values below a key whose own keys are names that the author chose; none if it is absent. */
    public List<YamlNode.Field> named(String key) {
        Optional<YamlNode> value = get(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof YamlNode.Fields below) {
            return below.entries();
        }
        problems.add(value.get().position(), "value.kind", value.get().kind(), "names with their values");
        return List.of();
    }
}
