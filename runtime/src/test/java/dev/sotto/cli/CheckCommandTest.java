package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {

    private static final String BOT = """
            bot: tea
            locale: en-GB
            intents:
              order:
                says: [a cup of tea]
                answr: Here you are.
            """;

    @TempDir
    private Path temp;

    @Test
    void tellsOfEachProblemWithItsPlaceAndFallsShort() throws IOException {
        CommandRun run = CommandRun.of("check", folder().toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FALLS_SHORT);
        assertThat(run.out()).anyMatch(line -> line.contains("tea/bot.yaml:6:5: ") && line.contains("answer?"));
        assertThat(run.out().get(run.out().size() - 1))
                .endsWith("tea: " + (run.out().size() - 1) + " problems");
    }

    @Test
    void printsOneObjectAProblemForPrograms() throws IOException {
        CommandRun run = CommandRun.of("check", "--json", folder().toString());

        JsonNode problem = new ObjectMapper().readTree(run.out().get(run.out().size() - 1));
        assertThat(problem.fieldNames())
                .toIterable()
                .containsExactly("file", "line", "column", "code", "found", "expected", "suggestion");
        assertThat(run.out()).allMatch(line -> line.startsWith("{\"file\":"));
    }

    @Test
    void refusesABotThatThereIsNot() {
        CommandRun run = CommandRun.of("check", "nowhere/at-all");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().get(0)).startsWith("sotto: no bot nowhere/at-all in ");
    }

    private Path folder() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("tea"));
        Files.writeString(folder.resolve("bot.yaml"), BOT);
        return folder;
    }
}
