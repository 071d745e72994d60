package dev.sotto.cli;

import dev.sotto.bot.build.BotFormat;
import dev.sotto.yaml.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bot that somebody named on the command line.
 *
 * @param folder where it lies
 * @param shown the folder as the person would name it
 */
record BotChoice(Path folder, String shown) {

    /** Finds a bot by its name in the bots directory or by the path of its folder. */
    static BotChoice of(String named, Path bots) {
        boolean simple = Path.of(named).getNameCount() == 1 && !named.startsWith(".") && !named.contains("/");
        Path byName = bots.resolve(named);
        if (simple && Files.isDirectory(byName)) {
            return new BotChoice(byName, shown(byName));
        }
        Path byPath = Path.of(named);
        if (Files.isDirectory(byPath)) {
            return new BotChoice(byPath, named.replaceFirst("(?<=.)/+$", ""));
        }
        List<String> known = names(bots);
        String nearest = NearestName.of(named, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse(known.isEmpty() ? "" : "; there are " + String.join(", ", known));
        throw CommandException.wrongUse("no bot " + named + " in " + shown(bots) + ", and no such folder" + nearest);
    }

    /** Returns the names of the bots in a directory, in order. */
    static List<String> names(Path bots) {
        try (Stream<Path> folders = Files.list(bots)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(BotFormat.FILE)))
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Returns a path as seen from the working folder, if it lies below. */
    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(here) && !whole.equals(here)
                ? here.relativize(whole).toString()
                : whole.toString();
    }
}
