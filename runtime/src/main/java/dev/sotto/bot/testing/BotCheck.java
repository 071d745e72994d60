package dev.sotto.bot.testing;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotFolder;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bot's folder, read and checked as a whole, tests included.
 *
 * @param written the bot, if nothing is wrong with it
 * @param tests its tests
 * @param problems all that is wrong, by file, line and column
 * @param notes what its author should know and may leave as it is
 */
public record BotCheck(Optional<WrittenBot> written, List<BotTest> tests, List<Problem> problems, List<Problem> notes) {

    public BotCheck {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Returns the bot in its first locale, if nothing is wrong with it. */
    public Optional<Bot> bot() {
        return written.map(WrittenBot::main);
    }

    /**
     * Reads and checks a folder.
     *
     * @param shown the folder as the person who runs the command would name it
     */
    public static BotCheck of(Path folder, String shown) {
        Problems problems = new Problems();
        Optional<BotFolder> files = BotFolder.read(folder, shown, problems);
        Optional<WrittenBot> bot = files.flatMap(read -> BotReader.read(read.source(), read.name(), problems));
        List<Bot> locales = bot.map(WrittenBot::locales).orElse(List.of());
        List<BotTest> tests = new ArrayList<>();
        files.ifPresent(read -> read.tests().forEach(file -> tests.addAll(TestReader.read(file, locales, problems))));
        return new BotCheck(bot, tests, problems.sorted(), problems.notes());
    }
}
