package dev.sotto.config;

import dev.sotto.yaml.NearestName;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the settings of the environment: {@code SOTTO_LISTEN_HTTPS} for {@code listen.https}. A variable that looks like
 * a setting and is none is a problem, unless a reference to a secret names it. Confined to the thread that reads.
 */
final class ConfigEnvironment {

    private static final Set<String> GROUPS = Settings.all().stream()
            .map(setting -> setting.variable().split("_", 3)[1])
            .collect(Collectors.toUnmodifiableSet());

    private final ChosenValues values;
    private final Problems problems;

    ConfigEnvironment(ChosenValues values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    void read(Map<String, String> environment) {
        Map<String, Setting<?>> known =
                Settings.all().stream().collect(Collectors.toMap(Setting::variable, setting -> setting));
        new TreeMap<>(environment).forEach((variable, text) -> {
            Setting<?> setting = known.get(variable);
            if (setting != null) {
                Position at = Position.startOf("$" + variable);
                YamlNode node = new YamlNode.Scalar(at, text, YamlNode.Style.QUOTED);
                values.read(setting, node, new ValueSource.Environment(variable), problems);
            } else if (looksLikeASetting(variable) && !isReferredTo(variable)) {
                unknown(variable, known.keySet());
            }
        });
    }

    private void unknown(String variable, Set<String> known) {
        problems.add(new Problem(
                Position.startOf("$" + variable),
                "key.unknown",
                "the variable " + variable,
                "SOTTO_ and the key of a setting",
                NearestName.of(variable, known)));
    }

    private static boolean looksLikeASetting(String variable) {
        String[] words = variable.split("_", 3);
        return words.length == 3 && words[0].equals("SOTTO") && GROUPS.contains(words[1]);
    }

    private boolean isReferredTo(String variable) {
        SecretReference reference = new SecretReference.Variable(variable);
        return Optional.of(reference).equals(values.find(Settings.HOOK_SECRET));
    }
}
