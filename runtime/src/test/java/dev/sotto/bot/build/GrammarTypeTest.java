package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.testing.BotTest;
import dev.sotto.bot.testing.TestReader;
import dev.sotto.bot.testing.TestRunner;
import dev.sotto.bot.version.BotCompiler;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.Engines;
import dev.sotto.bot.version.ModelCache;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slot types that are grammars. */
class GrammarTypeTest {

    private static final String BOT = """
            bot: bank
            locale: en-GB
            intents:
              tell:
                says: [tell my code, "my code is [oh seven](code)", "it is {code}"]
                slots: { code: { type: code, ask: Which code? } }
                answer: "{code} it is."
            """;

    @TempDir
    Path bots;

    @Test
    void readsWhatIsSaidByTheGrammarOfAFile() throws IOException {
        BotFolder folder = folder(grammar());
        Problems problems = new Problems();
        Optional<WrittenBot> bot = BotReader.read(folder.source(), "bank", problems);

        assertThat(problems.sorted()).isEmpty();
        assertThat(problems.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("type.unheard");
            assertThat(note.position()).hasToString("bank/types/code.grxml:1:1");
        });
        SourceFile file = new SourceFile("tests/code.yaml", """
                - test: reads a code
                  steps:
                    - user: tell my code
                      expect: { asks: code }
                    - user: it is oh seven seven
                      expect: { slots: { code: "077" }, says: 077 it is }
                """);
        List<BotTest> tests = TestReader.read(file, bot.orElseThrow().locales(), problems);
        try (Engines engines = Engines.installed(new EncoderSource.OfClassPath(), Engines.Use.AS_ASKED);
                BotLease lease = new BotCompiler(engines, new ModelCache(bots.resolve("models")))
                        .compile(bot.get())
                        .lease()) {
            assertThat(TestRunner.run(lease.version(), tests).failures()).isEmpty();
        }
    }

    @Test
    void namesThePlaceInTheFileOfTheGrammar() throws IOException {
        BotFolder folder = folder(grammar().replace("#digit", "#digits"));
        Problems problems = new Problems();

        assertThat(BotReader.read(folder.source(), "bank", problems)).isEmpty();

        assertThat(problems.sorted()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo("grammar.malformed");
            assertThat(problem.position().file()).isEqualTo("bank/types/code.grxml");
            assertThat(problem.position().line()).isEqualTo(4);
        });
    }

    /** The grammar that the page on bots shows. */
    private static String grammar() throws IOException {
        String page = Files.readString(Path.of("../docs/bots.md"));
        int from = page.indexOf("```xml\n") + "```xml\n".length();
        return page.substring(from, page.indexOf("```", from));
    }

    private BotFolder folder(String grammar) throws IOException {
        Path types = Files.createDirectories(bots.resolve("bank/types"));
        Files.writeString(bots.resolve("bank/bot.yaml"), BOT);
        Files.writeString(types.resolve("code.grxml"), grammar);
        return BotFolder.read(bots.resolve("bank"), "bank", new Problems()).orElseThrow();
    }
}
