package dev.sotto.bot.build;

import dev.sotto.bot.SlotDefault;
import dev.sotto.yaml.Entries;
import dev.sotto.yaml.Problems;
import dev.sotto.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where the value of a slot comes from if nobody gives one, in Lex V2's notation. */
final class DefaultReader {

    private static final int MAX_DEFAULTS = 10;
    private static final int MAX_LENGTH = 202;
    private static final Pattern ATTRIBUTE = Pattern.compile("\\[([A-Za-z0-9._-]{1,100})]");
    private static final Pattern CONTEXT = Pattern.compile("#([A-Za-z0-9_]{1,100})\\.([A-Za-z0-9._-]{1,100})");

    private final PlainText texts;
    private final Problems problems;

    DefaultReader(Sheets file, Problems problems) {
        this.texts = new PlainText(file, problems);
        this.problems = problems;
    }

    /** Reads the key {@code default}: a value, {@code [attribute]}, {@code #context.slot}, or a list of such. */
    List<SlotDefault> defaults(Entries slot) {
        Optional<YamlNode> node = slot.get("default");
        if (node.isEmpty()) {
            return List.of();
        }
        List<YamlNode> items = node.get() instanceof YamlNode.Items list ? list.items() : List.of(node.get());
        if (items.size() > MAX_DEFAULTS) {
            problems.add(
                    node.get().position(), "count.too_many", items.size() + " defaults", "at most " + MAX_DEFAULTS);
        }
        List<SlotDefault> defaults = new ArrayList<>();
        for (YamlNode item : items) {
            texts.read(item, "a value, [attribute] or #context.slot", MAX_LENGTH)
                    .map(scalar -> of(scalar.text()))
                    .ifPresent(defaults::add);
        }
        return defaults;
    }

    private static SlotDefault of(String text) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        if (attribute.matches()) {
            return new SlotDefault.FromAttribute(attribute.group(1));
        }
        Matcher context = CONTEXT.matcher(text);
        return context.matches()
                ? new SlotDefault.FromContext(context.group(1), context.group(2))
                : new SlotDefault.Literal(text);
    }
}
