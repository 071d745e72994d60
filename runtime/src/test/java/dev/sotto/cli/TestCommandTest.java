package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestCommandTest {

    private static final String BOT = """
            bot: tea
            locale: en-GB
            engine: opennlp
            intents:
              order:
                says: [a cup of tea please, I would like some tea, bring me tea, can I have tea]
                answer: Here you are.
              leave:
                says: [goodbye, bye for now, see you tomorrow, I am leaving]
                answer: Goodbye.
            """;

    private static final String TESTS = """
            - test: orders tea
              steps:
                - user: a cup of tea please
                  expect: { intent: order, says: Here you are. }
            - test: leaves
              steps:
                - user: goodbye
                  expect: { intent: order }
            """;

    @TempDir
    private Path temp;

    @BeforeEach
    void installHere() {
        System.setProperty("sotto.root", temp.toString());
    }

    @AfterEach
    void installNowhere() {
        System.clearProperty("sotto.root");
    }

    @Test
    void tellsWhatDidNotComeAsWrittenAndFallsShort() throws IOException {
        CommandRun run = CommandRun.of("test", folder(BOT, TESTS));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FALLS_SHORT);
        assertThat(run.out())
                .containsExactly(
                        folderName() + "/tests/all.yaml:8:25: leaves: expected intent order, got leave",
                        folderName() + ": 1 passed, 1 failed",
                        folderName() + ": reached 2 of 2 intents");
    }

    @Test
    void isDoneWhenAllCameAsWritten() throws IOException {
        folder(BOT, TESTS.replace("{ intent: order }", "{ intent: leave }"));

        CommandRun run = CommandRun.of("test", "--bots", temp.toString(), "tea");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void printsOneObjectForPrograms() throws IOException {
        CommandRun run = CommandRun.of("test", "--json", folder(BOT, TESTS));

        assertThat(run.out()).hasSize(1);
        JsonNode result = new ObjectMapper().readTree(run.out().get(0));
        assertThat(result.path("passed").asInt()).isEqualTo(1);
        assertThat(result.path("failed").asInt()).isEqualTo(1);
        assertThat(result.path("coverage").path("intents").path("reached").asInt())
                .isEqualTo(2);
        assertThat(result.path("failures").path(0).fieldNames())
                .toIterable()
                .containsExactly("file", "line", "column", "test", "expected", "got");
    }

    @Test
    void writesTheReportThatItIsAskedFor() throws IOException {
        Path report = temp.resolve("report.xml");
        Path page = temp.resolve("report.html");

        CommandRun run =
                CommandRun.of("test", "--junit", report.toString(), "--html", page.toString(), folder(BOT, TESTS));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FALLS_SHORT);
        assertThat(page).content().contains("<title>Tests of tea</title>", "Here you are.");
        assertThat(report).content().contains("<testsuite name=\"tea\" tests=\"2\" failures=\"1\">");
    }

    @Test
    void refusesABotThatHasProblems() throws IOException {
        CommandRun run = CommandRun.of("test", folder(BOT.replace("says:", "syas:"), TESTS));

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).anyMatch(line -> line.contains("tea/bot.yaml:6:5: ") && line.contains("says?"));
    }

    @Test
    void trainsABotAndTellsHowWellItUnderstands() throws IOException {
        String folder = folder(BOT, TESTS);

        CommandRun run = CommandRun.of("train", "--json", folder);
        CommandRun again = CommandRun.of("train", "--json", folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        JsonNode result = new ObjectMapper().readTree(run.out().get(0));
        assertThat(result.fieldNames()).toIterable().containsExactly("version", "ms", "operating_point");
        assertThat(result.path("operating_point").path("samples").asInt()).isEqualTo(8);
        assertThat(new ObjectMapper().readTree(again.out().get(0)).path("version"))
                .isEqualTo(result.path("version"));
        assertThat(temp.resolve(".sotto/models")).isDirectoryContaining("glob:**.model");
    }

    private String folder(String bot, String tests) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("tea"));
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("bot.yaml"), bot);
        Files.writeString(folder.resolve("tests/all.yaml"), tests);
        return folder.toString();
    }

    private String folderName() {
        return temp.resolve("tea").toString();
    }
}
