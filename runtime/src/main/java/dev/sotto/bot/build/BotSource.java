package dev.sotto.bot.build;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a bot was read from, by their names in its folder: {@code bot.yaml} first, then {@code bot.de-DE.yaml}
 * and its like, {@code intents/*.yaml} and {@code types/*.yaml}. Tests are not among them.
 */
public record BotSource(Map<String, SourceFile> files) {

    /** Whole names of files that say what is different in another locale. */
    static final Pattern OVERLAY = Pattern.compile("bot\\.([A-Za-z0-9-]+)\\.yaml");

    private static final Pattern PART = Pattern.compile("([^/]+)/(.+)\\.(?:yaml|grxml)");

    public BotSource {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        if (!files.containsKey(BotFormat.FILE)) {
            throw new IllegalArgumentException("no " + BotFormat.FILE);
        }
    }

    /** Returns the source of a bot of one file. */
    public static BotSource of(SourceFile file) {
        return new BotSource(Map.of(BotFormat.FILE, file));
    }

    /** Returns the file with the structure and the first locale. */
    public SourceFile main() {
        SourceFile main = files.get(BotFormat.FILE);
        if (main == null) {
            throw new IllegalStateException("checked when it was made");
        }
        return main;
    }

    /** Returns the files of other locales by language tag. */
    Map<String, SourceFile> overlays() {
        return named(OVERLAY, 1);
    }

    /** Returns the files in a folder of parts by the name of what they hold. */
    Map<String, SourceFile> parts(String folder) {
        Map<String, SourceFile> parts = new TreeMap<>();
        files.forEach((name, file) -> {
            Matcher form = PART.matcher(name);
            if (form.matches() && form.group(1).equals(folder)) {
                parts.put(form.group(2), file);
            }
        });
        return parts;
    }

    private Map<String, SourceFile> named(Pattern pattern, int group) {
        Map<String, SourceFile> found = new TreeMap<>();
        files.forEach((name, file) -> {
            Matcher form = pattern.matcher(name);
            if (form.matches()) {
                found.put(form.group(group), file);
            }
        });
        return found;
    }
}
