package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewCommandTest {

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
    void writesABotThatPassesItsOwnTestsAndReachesAllOfItself() throws IOException {
        String folder = temp.resolve("My_Shop").toString();

        assertThat(CommandRun.of("new", folder).exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(temp.resolve("My_Shop/bot.yaml")).content().contains("\nbot: my-shop\n");
        assertThat(CommandRun.of("check", folder).exitCode()).isEqualTo(ExitCode.DONE);
        CommandRun tests = CommandRun.of("test", folder);
        assertThat(tests.out()).anyMatch(line -> line.endsWith("8 passed, 0 failed"));
        assertThat(tests.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void writesABotThatPassesItsTestsInPureJavaToo() throws IOException {
        Path folder = temp.resolve("shop");
        CommandRun run = CommandRun.of("new", "--json", folder.toString());
        assertThat(new ObjectMapper().readTree(run.out().get(0)).path("bot").asText())
                .isEqualTo("shop");
        Path file = folder.resolve("bot.yaml");
        Files.writeString(file, Files.readString(file).replace("locale: en-GB", "locale: en-GB\nengine: opennlp"));

        CommandRun tests = CommandRun.of("test", folder.toString());

        assertThat(tests.out()).anyMatch(line -> line.endsWith("8 passed, 0 failed"));
    }

    @Test
    void writesNothingWhereSomethingIs() throws IOException {
        Files.writeString(temp.resolve("notes.txt"), "mine");

        CommandRun run = CommandRun.of("new", temp.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).anyMatch(line -> line.contains("is there and not empty"));
        assertThat(temp).isDirectoryContaining("glob:**/notes.txt");
        assertThat(temp.resolve("bot.yaml")).doesNotExist();
    }
}
