package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotFolderTest {

    @TempDir
    Path bots;

    @Test
    void readsABotAndItsTestsByName() throws IOException {
        Path folder = folder("bank", "bot: bank");
        Files.createDirectory(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/b.yaml"), "b");
        Files.writeString(folder.resolve("tests/a.yaml"), "a");
        Files.writeString(folder.resolve("tests/notes.txt"), "not a test");

        BotFolder read = BotFolder.read(folder, "bots/bank", new Problems()).orElseThrow();

        assertThat(read.name()).isEqualTo("bank");
        assertThat(read.source().main().shown()).isEqualTo("bots/bank/bot.yaml");
        assertThat(read.tests())
                .extracting(SourceFile::shown)
                .containsExactly("bots/bank/tests/a.yaml", "bots/bank/tests/b.yaml");
    }

    @Test
    void saysThatThereIsNoFolder() {
        assertThat(problems(bots.resolve("absent"))).extracting(Problem::code).containsExactly("bot.missing");
    }

    @Test
    void saysThatThereIsNoBotInTheFolder() throws IOException {
        assertThat(problems(Files.createDirectory(bots.resolve("bank"))))
                .extracting(Problem::code)
                .containsExactly("file.missing");
    }

    @Test
    void refusesASecondBotFileBesideTheFirst() throws IOException {
        Path folder = folder("bank", "bot: bank");
        Files.writeString(folder.resolve("Bot.yml"), "bot: bank");

        assertThat(problems(folder)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("file.duplicate");
            assertThat(problem.position().file()).isEqualTo("shown/Bot.yml");
        });
    }

    @Test
    void refusesTwoTestFilesOfOneName() throws IOException {
        Path folder = folder("bank", "bot: bank");
        Files.createDirectory(folder.resolve("tests"));
        Files.writeString(folder.resolve("tests/pay.yaml"), "");
        Files.writeString(folder.resolve("tests/Pay.yaml"), "");

        assertThat(problems(folder)).extracting(Problem::code).containsExactly("file.duplicate");
    }

    @Test
    void refusesALinkOutOfTheFolder() throws IOException {
        Path secret = Files.writeString(bots.resolve("secret.yaml"), "bot: bank");
        Path folder = Files.createDirectory(bots.resolve("bank"));
        Files.createSymbolicLink(folder.resolve("bot.yaml"), secret);

        assertThat(problems(folder)).extracting(Problem::code).containsExactly("file.outside");
    }

    @Test
    void refusesATestsFolderThatLeadsOutside() throws IOException {
        Path folder = folder("bank", "bot: bank");
        Path outside = Files.createDirectory(bots.resolve("outside"));
        Files.writeString(outside.resolve("a.yaml"), "a");
        Files.createSymbolicLink(folder.resolve("tests"), outside);

        assertThat(problems(folder)).extracting(Problem::code).containsExactly("file.outside");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Path folder = folder("bank", "#".repeat(BotFormat.MAX_FILE_BYTES + 1));

        assertThat(problems(folder)).extracting(Problem::code).containsExactly("file.too_large");
    }

    @Test
    void refusesBytesThatAreNotUtf8AndSaysWhere() throws IOException {
        Path folder = folder("bank", "");
        Files.write(folder.resolve("bot.yaml"), "bot: bank\ntitle: Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems(folder)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("file.encoding");
            assertThat(problem.position()).hasToString("shown/bot.yaml:2:11");
        });
    }

    @Test
    void refusesNullCharactersAndSaysWhere() throws IOException {
        assertThat(problems(folder("bank", "bot: bank\nti\0tle: x")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("file.control");
                    assertThat(problem.position()).hasToString("shown/bot.yaml:2:3");
                });
    }

    private Path folder(String name, String bot) throws IOException {
        Path folder = Files.createDirectory(bots.resolve(name));
        Files.writeString(folder.resolve("bot.yaml"), bot);
        return folder;
    }

    private static List<Problem> problems(Path folder) {
        Problems problems = new Problems();
        Optional<BotFolder> read = BotFolder.read(folder, "shown", problems);
        assertThat(read.isPresent() || !problems.isEmpty()).isTrue();
        return problems.sorted();
    }
}
