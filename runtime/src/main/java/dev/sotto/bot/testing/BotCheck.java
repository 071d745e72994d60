package dev.sotto.bot.testing;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotFolder;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bot's folder, read and checked as a whole, tests included.
 *
 * @param bot the bot, if nothing is wrong with it
 * @param source what it was read from, if that could be read
 * @param tests its tests
 * @param problems all that is wrong, by file, line and column
 */
public record BotCheck(Optional<Bot> bot, Optional<SourceFile> source, List<BotTest> tests, List<Problem> problems) {

    public BotCheck {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    /**
     * Reads and checks a folder.
     *
     * @param shown the folder as the person who runs the command would name it
     */
    public static BotCheck of(Path folder, String shown) {
        Problems problems = new Problems();
        Optional<BotFolder> files = BotFolder.read(folder, shown, problems);
        Optional<Bot> bot = files.flatMap(read -> BotReader.read(read.bot(), read.name(), problems));
        List<BotTest> tests = new ArrayList<>();
        files.ifPresent(read -> read.tests().forEach(file -> tests.addAll(TestReader.read(file, bot, problems))));
        return new BotCheck(bot, files.map(BotFolder::bot), tests, problems.sorted());
    }
}
