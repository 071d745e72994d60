package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {

    private static final String BOT = """
            bot: tea
            locale: en-GB
            intents:
              order:
                says: [a pot of tea please, I would like some tea]
                answer: One moment.
                then: hangup
            """;

    @TempDir
    private Path folder;

    @Test
    void writesAnArchiveThatCanBeImported() throws IOException {
        Path zip = folder.resolve("tea.zip");

        CommandRun run = CommandRun.of("export", tea(BOT), "--lex", zip.toString(), "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(String.join("\n", run.out())).contains("{\"left\":[", "intents.order.then");
        CommandRun back = CommandRun.of(
                "import", zip.toString(), "--out", folder.resolve("back").toString());
        assertThat(back.exitCode()).isZero();
        assertThat(folder.resolve("back/bot.yaml")).content().contains("- a pot of tea please", "answer: One moment.");
    }

    @Test
    void writesNothingOfABotWithProblems() throws IOException {
        Path zip = folder.resolve("tea.zip");

        CommandRun run = CommandRun.of("export", tea(BOT.replace("answer", "anwser")), "--lex", zip.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FALLS_SHORT);
        assertThat(String.join("\n", run.err())).contains("bot.yaml:6:");
        assertThat(zip).doesNotExist();
    }

    private String tea(String text) throws IOException {
        Path bot = Files.createDirectories(folder.resolve("tea"));
        Files.writeString(bot.resolve("bot.yaml"), text);
        return bot.toString();
    }
}
