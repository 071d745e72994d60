package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What there is to be said before a proof begins; the proof itself has tests of its own. */
final class ProveCommandTest {

    @TempDir
    private Path temp;

    @BeforeEach
    void installHere() throws IOException {
        System.setProperty("sotto.root", temp.toString());
        Path folder = Files.createDirectories(temp.resolve("bots/tea"));
        Files.writeString(
                folder.resolve("bot.yaml"),
                "bot: tea\nlocale: en-GB\nintents:\n  order: { says: [some tea], answer: Here you are. }\n");
    }

    @AfterEach
    void installNowhere() {
        System.clearProperty("sotto.root");
    }

    @Test
    void saysThatItMustRunBesideTheServer() {
        CommandRun run = CommandRun.of("prove", "--url", "https://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().contains("no server at https://127.0.0.1:1");
    }

    @Test
    void refusesABotsDirectoryWithNothingToTalkTo() throws IOException {
        Files.delete(temp.resolve("bots/tea/bot.yaml"));

        CommandRun run = CommandRun.of("prove");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).singleElement().asString().contains("no bot in");
    }

    @Test
    void tellsWhatItCannotLookInto() throws IOException {
        // Process 1 is alive wherever there is one, and no server of ours.
        Path state = Files.createDirectories(temp.resolve(".sotto"));
        Files.writeString(
                state.resolve("server.json"),
                "{\"pid\":1,\"url\":\"https://127.0.0.1:1\",\"management\":\"https://127.0.0.1:2\"}");
        Files.writeString(state.resolve("development.pem"), "");

        CommandRun run = CommandRun.of("prove", "--url", "https://127.0.0.1:1");

        assertThat(run.exitCode()).isEqualTo(ExitCode.MACHINE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().contains("jcmd cannot reach process 1");
    }
}
