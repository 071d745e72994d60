package dev.sotto.retention;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** How long what people say is kept. Not at all is the only choice there is. */
public enum RetentionPolicy {
    NONE;

    /** The code of the problem with a policy that has a name but cannot be had yet. */
    public static final String UNAVAILABLE = "retention.unavailable";

    /** The code of the problem with a policy that there is not. */
    public static final String UNKNOWN = "retention.unknown";

    private static final String EXPECTED = "none: nothing that people say is kept";

    /** Reads a policy as a configuration or a bot file writes it; nothing, and a problem, if it cannot be had. */
    public static Optional<RetentionPolicy> read(YamlNode node, Problems problems) {
        if (node instanceof YamlNode.Scalar scalar) {
            return word(scalar.position(), scalar.text(), problems);
        }
        if (node instanceof YamlNode.Fields fields
                && fields.entries().size() == 1
                && fields.entries().get(0).key().equals("days")) {
            problems.add(node.position(), UNAVAILABLE, "retention \"days\", which is not available yet", EXPECTED);
            return Optional.empty();
        }
        problems.add(node.position(), UNKNOWN, node.kind() + " for a retention policy", EXPECTED);
        return Optional.empty();
    }

    /** Returns the gate that keeps to the policy. */
    public RetentionGate gate() {
        return new Nothing();
    }

    private static Optional<RetentionPolicy> word(Position at, String word, Problems problems) {
        if (word.equals("none")) {
            return Optional.of(NONE);
        }
        if (word.equals("session")) {
            problems.add(at, UNAVAILABLE, "retention \"session\", which is not available yet", EXPECTED);
        } else {
            problems.addName(at, UNKNOWN, "retention \"" + word + "\"", word, List.of("none"));
        }
        return Optional.empty();
    }
}
