package dev.sotto.bot.testing;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.BotFolder;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.bot.version.BotVersion;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.bot.version.Gate;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a version serve that passes the bot's own tests. Blocking. */
public final class BotGate implements Gate {

    @Override
    public List<Problem> check(BotVersion version, BotFolder files) {
        Problems problems = new Problems();
        List<Bot> locales =
                version.locales().values().stream().map(CompiledLocale::bot).toList();
        List<BotTest> tests = new ArrayList<>();
        for (SourceFile file : files.tests()) {
            tests.addAll(TestReader.read(file, locales, problems));
        }
        if (!problems.isEmpty()) {
            return problems.sorted();
        }
        return TestRunner.run(version, tests).failures().stream()
                .map(BotGate::problem)
                .toList();
    }

    private static Problem problem(TestFailure failure) {
        String found = "in the test \"" + failure.test() + "\": " + failure.got();
        return new Problem(failure.position(), "bot.test_failed", found, failure.expected(), Optional.empty());
    }
}
