package dev.sotto.bot.build;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one bot, read and not yet understood.
 *
 * @param name the name of the folder
 * @param source what the bot is read from
 * @param tests its {@code tests/*.yaml}, by name
 */
public record BotFolder(String name, BotSource source, List<SourceFile> tests) {

    private static final Pattern BOT_FILE = Pattern.compile("bot\\.ya?ml");
    private static final Pattern OVERLAY_FILE = Pattern.compile("bot\\..+\\.ya?ml");
    private static final Pattern GRAMMAR_FILE = Pattern.compile(".*\\.grxml");
    private static final Pattern YAML_FILE = Pattern.compile(".*\\.ya?ml");

    public BotFolder {
        tests = List.copyOf(tests);
    }

    /**
     * Reads a folder.
     *
     * @param folder where it is
     * @param shown the folder as the person who runs the command would name it
     * @return nothing if there is no readable {@code bot.yaml}; then there is at least one problem more
     */
    public static Optional<BotFolder> read(Path folder, String shown, Problems problems) {
        try {
            Path real = folder.toRealPath();
            FileReader files = new FileReader(real, problems);
            noteOthers(list(real, BOT_FILE), BotFormat.FILE, shown, problems);
            Optional<BotSource> bot = source(real, shown, files, problems);
            List<SourceFile> tests =
                    files(real, BotFormat.TESTS, BotFormat.MAX_TEST_FILES, "test files", shown, files, problems);
            String name =
                    Optional.ofNullable(real.getFileName()).map(Path::toString).orElse("");
            return bot.map(source -> new BotFolder(name, source, tests));
        } catch (IOException e) {
            problems.add(Position.startOf(shown), "bot.missing", "no folder that can be read", "the folder of a bot");
            return Optional.empty();
        }
    }

    private static Optional<BotSource> source(Path folder, String shown, FileReader files, Problems problems)
            throws IOException {
        Map<String, SourceFile> found = new LinkedHashMap<>();
        files.read(folder.resolve(BotFormat.FILE), shown + "/" + BotFormat.FILE)
                .ifPresent(file -> found.put(BotFormat.FILE, file));
        List<Path> overlays = list(folder, OVERLAY_FILE);
        if (overlays.size() > BotFormat.MAX_LOCALES) {
            String what = overlays.size() + " files of further locales";
            problems.add(Position.startOf(shown), "count.too_many", what, "at most " + BotFormat.MAX_LOCALES);
            return Optional.empty();
        }
        for (Path path : overlays) {
            String name = path.getFileName().toString();
            noteTwins(name, overlays, shown, problems);
            if (isOverlay(name)) {
                files.read(path, shown + "/" + name).ifPresent(file -> found.put(name, file));
            } else {
                String expected = "a language, as in bot.en-GB.yaml";
                problems.add(Position.startOf(shown + "/" + name), "file.name", "the name of this file", expected);
            }
        }
        for (SourceFile file :
                files(folder, BotFormat.INTENTS, BotFormat.MAX_INTENTS, "intents", shown, files, problems)) {
            found.put(nameBelow(shown, file), file);
        }
        for (SourceFile file : files(folder, BotFormat.TYPES, BotFormat.MAX_TYPES, "types", shown, files, problems)) {
            found.put(nameBelow(shown, file), file);
        }
        Path types = folder.resolve(BotFormat.TYPES);
        for (Path path : Files.isDirectory(types) ? list(types, GRAMMAR_FILE) : List.<Path>of()) {
            String name = BotFormat.TYPES + "/" + path.getFileName();
            files.read(path, shown + "/" + name).ifPresent(file -> found.put(name, file));
        }
        return found.containsKey(BotFormat.FILE) ? Optional.of(new BotSource(found)) : Optional.empty();
    }

    private static String nameBelow(String shown, SourceFile file) {
        return file.shown().substring(shown.length() + 1);
    }

    private static boolean isOverlay(String name) {
        Matcher form = BotSource.OVERLAY.matcher(name);
        return form.matches()
                && Locale.forLanguageTag(form.group(1)).toLanguageTag().equals(form.group(1))
                && Arrays.asList(Locale.getISOLanguages())
                        .contains(Locale.forLanguageTag(form.group(1)).getLanguage());
    }

    /** Reads the files in a folder of the bot's, which need not be there. */
    private static List<SourceFile> files(
            Path bot, String folder, int most, String what, String shown, FileReader files, Problems problems)
            throws IOException {
        Path below = bot.resolve(folder);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        List<Path> found = list(below, YAML_FILE);
        String place = shown + "/" + folder;
        if (found.size() > most) {
            problems.add(Position.startOf(place), "count.too_many", found.size() + " " + what, "at most " + most);
            return List.of();
        }
        List<SourceFile> read = new ArrayList<>();
        for (Path path : found) {
            String name = path.getFileName().toString();
            if (name.endsWith(".yaml")) {
                noteTwins(name, found, place, problems);
                files.read(path, place + "/" + name).ifPresent(read::add);
            } else {
                String expected = "the ending .yaml";
                problems.add(Position.startOf(place + "/" + name), "file.name", "the ending of this file", expected);
            }
        }
        return read;
    }

    private static void noteTwins(String name, List<Path> all, String place, Problems problems) {
        boolean first = true;
        for (Path other : all) {
            String otherName = other.getFileName().toString();
            if (otherName.equals(name)) {
                first = false;
            } else if (!first && otherName.equalsIgnoreCase(name)) {
                String found = "a second \"" + name.toLowerCase(Locale.ROOT) + "\"";
                problems.add(Position.startOf(place + "/" + otherName), "file.duplicate", found, "one file of a name");
            }
        }
    }

    private static void noteOthers(List<Path> found, String wanted, String shown, Problems problems) {
        for (Path path : found) {
            String name = path.getFileName().toString();
            if (!name.equals(wanted)) {
                boolean second =
                        found.stream().anyMatch(p -> p.getFileName().toString().equals(wanted));
                String what = second ? "a second bot file beside " + wanted : "a bot file of another name";
                problems.add(Position.startOf(shown + "/" + name), "file.duplicate", what, "one file, " + wanted);
            }
        }
    }

    private static List<Path> list(Path folder, Pattern names) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            path -> names.matcher(path.getFileName().toString().toLowerCase(Locale.ROOT))
                                    .matches())
                    .sorted()
                    .toList();
        }
    }
}
