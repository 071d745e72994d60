package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {

    private static final String EXPORT = """
            {"metadata": {"importType": "LEX"}, "resource": {"name": "Greeter", "locale": "en-US", "voiceId": "Ivy",
             "intents": [{"name": "greet", "sampleUtterances": ["hello"],
               "conclusionStatement": {"messages": [{"contentType": "PlainText", "content": "Good day."}]}}]}}""";

    @TempDir
    private Path folder;

    @Test
    void makesABotThatPassesItsCheck() throws IOException {
        Path out = folder.resolve("bots/My_Greeter");

        CommandRun run = CommandRun.of("import", export(EXPORT), "--out", out.toString(), "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(String.join("\n", run.out()))
                .contains("\"bot\":\"my-greeter\"", "\"source\":\"lex-v1\"", "\"intents\":1", "voiceId");
        assertThat(CommandRun.of("check", out.toString()).exitCode()).isZero();
        assertThat(out.resolve("import.txt")).content().contains("voiceId");
    }

    @Test
    void touchesNoFolderInWhichSomethingIs() throws IOException {
        Path there = Files.writeString(folder.resolve("bot.yaml"), "mine");

        CommandRun run = CommandRun.of("import", export(EXPORT), "--out", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(String.join("\n", run.err())).contains("not empty");
        assertThat(there).hasContent("mine");
    }

    @Test
    void writesNothingOfWhatItCannotRead() throws IOException {
        Path out = folder.resolve("new/bot");

        CommandRun run = CommandRun.of("import", export("{\"metadata\": 1}"), "--out", out.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(String.join("\n", run.err())).contains("no bot of Lex");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void takesNoAddressInPlaintext() throws IOException {
        CommandRun run = CommandRun.of(
                "import", export(EXPORT), "--out", folder.resolve("x").toString(), "--hook", "http://a.example");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(String.join("\n", run.err())).contains("https://");
    }

    private String export(String json) throws IOException {
        return Files.writeString(folder.resolve("export.json"), json).toString();
    }
}
