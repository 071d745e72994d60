package dev.sotto.bot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.BotSource;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.bot.testing.BotTest;
import dev.sotto.bot.testing.TestFailure;
import dev.sotto.bot.testing.TestReader;
import dev.sotto.bot.testing.TestRunner;
import dev.sotto.bot.version.BotCompiler;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.Engines;
import dev.sotto.bot.version.ModelCache;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.yaml.Problems;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bots that came from exports converse to their end, at a hook that is told of it. */
class ImportedTalkTest {

    private static final Optional<URI> HOOK = Optional.of(URI.create("https://hooks.example.com/x"));

    @TempDir
    static Path folder;

    @Test
    void sellsFlowersInBothOfItsLanguages() throws Exception {
        assertThat(played(LexZip.flowers().inGerman(), """
                - test: sells flowers
                  steps:
                    - user: flowers please
                      expect: { intent: Order, asks: Count }
                    - user: twelve
                      expect: { asks: Kind }
                    - user: rose
                      expect: { asks: yes_no, says: 12 roses? }
                    - user: yes
                      expect: { state: Fulfilled, says: on their way }
                """, """
                locale: de-DE
                tests:
                  - test: verkauft Blumen
                    steps:
                      - user: Blumen bitte
                        expect: { intent: Order, asks: Count }
                      - user: zwölf
                        expect: { asks: Kind }
                      - user: Rosen
                        expect: { asks: yes_no, says: 12 Rosen? }
                      - user: ja
                        expect: { state: Fulfilled, says: unterwegs }
                """)).isEmpty();
    }

    @Test
    void remindsAlongItsStepsAndHooks() throws Exception {
        assertThat(played(LexShapes.states(), """
                - test: reaches fulfilment at the hook
                  steps:
                    - user: remind me
                      hook: { told: { intent: Remind, label: Remind_Begin }, action: Delegate }
                      expect: { asks: days, says: You choose the day }
                    - user: nine
                      hook: { told: { label: Remind_Days }, action: Delegate }
                      expect: { asks: days, says: A week at most }
                    - user: three
                      hook:
                        - { told: { label: Remind_Days }, action: Delegate }
                        - { told: { intent: Remind, slots: { days: "3" } } }
                      expect: { state: Fulfilled, says: 3 days before }
                """)).isEmpty();
    }

    private static List<String> played(LexZip zip, String... tests) throws Exception {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        LexExport.read(zip.in(folder), HOOK)
                .get(0)
                .files("it", HOOK)
                .forEach((name, text) -> files.put(name, new SourceFile(name, text)));
        Problems problems = new Problems();
        WrittenBot bot = BotReader.read(new BotSource(files), "it", problems).orElseThrow();
        List<BotTest> read = new ArrayList<>();
        for (String test : tests) {
            read.addAll(TestReader.read(new SourceFile("tests/t.yaml", test), bot.locales(), problems));
        }
        assertThat(problems.sorted()).isEmpty();
        try (Engines engines = Engines.installed(new EncoderSource.OfClassPath(), Engines.Use.AS_ASKED);
                BotLease lease = new BotCompiler(engines, new ModelCache(folder.resolve("models")))
                        .compile(bot)
                        .lease()) {
            return TestRunner.run(lease.version(), read).failures().stream()
                    .map(TestFailure::describe)
                    .toList();
        }
    }
}
