package dev.sotto.bot.version;

import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.bot.build.BotFolder;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The directory with a folder for each bot. */
public final class BotDirectory {

    private final Path directory;
    private final String shown;
    private final Optional<String> only;

    /**
     * Takes where it is.
     *
     * @param shown the directory as the person who runs the command would name it
     * @param only the one folder in it that counts, if not all
     */
    public BotDirectory(Path directory, String shown, Optional<String> only) {
        this.directory = directory;
        this.shown = shown;
        this.only = only;
    }

    String shown() {
        return shown;
    }

    /** A bot as it was read and what it was read from. */
    record ReadBot(WrittenBot written, BotFolder files) {

        Bot bot() {
            return written.main();
        }
    }

    /**
     * What stands in the directory.
     *
     * @param bots those without a problem
     * @param broken the folders of the others
     * @param outcome whether the directory could be read at all
     */
    record Contents(List<ReadBot> bots, Set<String> broken, List<Problem> problems, Outcome outcome) {

        /** Returns whether there is such a bot, only not one that can be used. */
        boolean isBroken(BotName name) {
            return outcome == Outcome.UNREADABLE || broken.contains(name.value());
        }
    }

    /** What came of reading a directory. */
    enum Outcome {
        READ,
        UNREADABLE
    }

    Contents read() {
        Problems problems = new Problems();
        List<ReadBot> bots = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        Set<BotName> names = new HashSet<>();
        try {
            Path real = directory.toRealPath();
            for (Path folder : folders(real)) {
                Optional<ReadBot> bot = readFolder(folder, real, problems);
                if (bot.isPresent() && names.add(bot.get().bot().name())) {
                    bots.add(bot.get());
                } else if (bot.isPresent()) {
                    noteTwin(bot.get(), problems);
                } else {
                    broken.add(folder.getFileName().toString());
                }
            }
            return new Contents(bots, broken, problems.sorted(), Outcome.READ);
        } catch (IOException e) {
            problems.add(Position.startOf(shown), "bots.missing", "no directory that can be read", "one with bots");
            return new Contents(List.of(), Set.of(), problems.sorted(), Outcome.UNREADABLE);
        }
    }

    private List<Path> folders(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .filter(path -> isMeant(String.valueOf(path.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private boolean isMeant(String name) {
        return only.map(name::equals).orElse(!name.startsWith("."));
    }

    private Optional<ReadBot> readFolder(Path folder, Path directory, Problems problems) throws IOException {
        String place = shown + "/" + folder.getFileName();
        if (!folder.toRealPath().startsWith(directory)) {
            problems.add(
                    Position.startOf(place), "file.outside", "a link to somewhere else", "a folder in this directory");
            return Optional.empty();
        }
        return BotFolder.read(folder, place, problems)
                .flatMap(files ->
                        BotReader.read(files.source(), files.name(), problems).map(bot -> new ReadBot(bot, files)));
    }

    private static void noteTwin(ReadBot twin, Problems problems) {
        String found = "a second bot called \"" + twin.bot().name() + "\"";
        problems.add(
                Position.startOf(twin.files().source().main().shown()), "bot.duplicate", found, "one bot of a name");
    }
}
