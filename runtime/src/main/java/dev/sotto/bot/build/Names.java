package dev.sotto.bot.build;

import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What holds for all names that authors choose. */
final class Names {

    private Names() {}

    /** Notes names that differ only in capital letters; nobody can tell those apart when they are read aloud. */
    static void noteTwins(List<YamlNode.Field> fields, String what, Problems problems) {
        Map<String, YamlNode.Field> seen = new HashMap<>();
        for (YamlNode.Field field : fields) {
            YamlNode.Field first = seen.putIfAbsent(field.key().toLowerCase(Locale.ROOT), field);
            if (first != null) {
                String found = "the " + what + " \"" + field.key() + "\" beside \"" + first.key() + "\" of line "
                        + first.position().line();
                problems.add(field.position(), "name.duplicate", found, "names that differ in more than capitals");
            }
        }
    }

    /** Notes more of something than the format allows. */
    static void noteTooMany(List<?> items, int most, String what, Problems problems) {
        if (items.size() > most && items.get(most) instanceof YamlNode.Field first) {
            problems.add(first.position(), "count.too_many", items.size() + " " + what, "at most " + most);
        } else if (items.size() > most && items.get(most) instanceof YamlNode first) {
            problems.add(first.position(), "count.too_many", items.size() + " " + what, "at most " + most);
        }
    }

    /** Notes a name that is malformed. */
    static boolean check(YamlNode.Field field, boolean valid, String what, Problems problems) {
        if (!valid) {
            String found = "\"" + field.key() + "\" as the name of " + (what.equals("intent") ? "an " : "a ") + what;
            problems.add(field.position(), "name.malformed", found, "letters and digits, joined by single - _ or .");
        }
        return valid;
    }
}
