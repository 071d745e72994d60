package dev.sotto.bot.build;

import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one bot, read and not yet understood.
 *
 * @param name the name of the folder
 * @param bot its {@code bot.yaml}
 * @param tests its {@code tests/*.yaml}, by name
 */
public record BotFolder(String name, SourceFile bot, List<SourceFile> tests) {

    private static final Pattern BOT_FILE = Pattern.compile("bot\\.ya?ml");
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
            Optional<SourceFile> bot = files.read(real.resolve(BotFormat.FILE), shown + "/" + BotFormat.FILE);
            List<SourceFile> tests = tests(real, shown, files, problems);
            String name =
                    Optional.ofNullable(real.getFileName()).map(Path::toString).orElse("");
            return bot.map(file -> new BotFolder(name, file, tests));
        } catch (IOException e) {
            problems.add(Position.startOf(shown), "bot.missing", "no folder that can be read", "the folder of a bot");
            return Optional.empty();
        }
    }

    private static List<SourceFile> tests(Path folder, String shown, FileReader files, Problems problems)
            throws IOException {
        Path tests = folder.resolve(BotFormat.TESTS);
        if (!Files.isDirectory(tests)) {
            return List.of();
        }
        List<Path> found = list(tests, YAML_FILE);
        String place = shown + "/" + BotFormat.TESTS;
        if (found.size() > BotFormat.MAX_TEST_FILES) {
            String what = found.size() + " test files";
            problems.add(Position.startOf(place), "count.too_many", what, "at most " + BotFormat.MAX_TEST_FILES);
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
