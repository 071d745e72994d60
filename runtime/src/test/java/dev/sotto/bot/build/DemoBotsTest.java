package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.yaml.Problems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoBotsTest {

    private static final Path BOTS = Path.of("../bots");
    private static final String MARKS = "[]{}:,-&*!|>'\"#%@`\n\t \\\u0000\ud800é😀~?<=.0aZ";

    @ParameterizedTest
    @ValueSource(strings = {"bank", "coffee", "helpdesk"})
    void demoBotsHaveNoProblem(String name) {
        Problems problems = new Problems();

        Optional<Bot> bot = BotFolder.read(BOTS.resolve(name), "bots/" + name, problems)
                .flatMap(folder ->
                        BotReader.read(folder.source(), folder.name(), problems).map(WrittenBot::main));

        assertThat(problems.sorted()).isEmpty();
        assertThat(bot).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "coffee", "helpdesk"})
    void demoBotsHaveTenSamplesOrMoreForEachIntent(String name) {
        Problems problems = new Problems();
        BotFolder folder = BotFolder.read(BOTS.resolve(name), name, problems).orElseThrow();
        Bot bot = BotReader.read(folder.source(), name, problems).orElseThrow().main();

        assertThat(bot.intents()).allSatisfy(intent -> assertThat(intent.says()).hasSizeBetween(10, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "coffee", "helpdesk"})
    void whateverIsDoneToABotIsToldWithAPlaceInItsFile(String name) {
        String whole = BotFolder.read(BOTS.resolve(name), name, new Problems())
                .orElseThrow()
                .source()
                .main()
                .text();
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 200; i++) {
            String mutated = mutate(whole, random);
            Problems problems = new Problems();
            Optional<Bot> bot = BotReader.read(new SourceFile("bot.yaml", mutated), name, problems);

            assertThat(bot.isPresent()).isEqualTo(problems.isEmpty());
            assertInside(mutated, problems);
        }
    }

    private static void assertInside(String text, Problems problems) {
        String[] lines = text.split("\r\n|[\r\n]", -1);
        assertThat(problems.sorted()).allSatisfy(problem -> {
            assertThat(problem.position().file()).isEqualTo("bot.yaml");
            assertThat(problem.position().line()).isBetween(1, lines.length);
            String line = lines[problem.position().line() - 1];
            assertThat(problem.position().column()).isBetween(1, line.length() + 1);
        });
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 0, changes = 1 + random.nextInt(4); i < changes; i++) {
            int at = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), at + 1 + random.nextInt(30));
            switch (random.nextInt(5)) {
                case 0 -> mutated.setCharAt(at, MARKS.charAt(random.nextInt(MARKS.length())));
                case 1 -> mutated.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
                case 2 -> mutated.delete(at, end);
                case 3 -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, end));
                default -> moveLine(mutated, random);
            }
        }
        return mutated.toString();
    }

    private static void moveLine(StringBuilder text, Random random) {
        int start = text.lastIndexOf("\n", random.nextInt(text.length())) + 1;
        int end = text.indexOf("\n", start);
        if (end > start) {
            String line = text.substring(start, end + 1);
            text.delete(start, end + 1);
            text.insert(text.lastIndexOf("\n", random.nextInt(text.length())) + 1, line);
        }
    }
}
