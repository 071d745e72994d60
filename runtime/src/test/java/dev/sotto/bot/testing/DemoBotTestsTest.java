package dev.sotto.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.version.BotCompiler;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.Engines;
import dev.sotto.bot.version.ModelCache;
import dev.sotto.nlu.embedding.EncoderSource;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoBotTestsTest {

    private static final Path BOTS = Path.of("../bots");

    @TempDir
    private static Path cache;

    private static Engines engines;

    @BeforeAll
    static void openTheEngines() {
        engines = Engines.installed(new EncoderSource.OfClassPath(), Engines.Use.AS_ASKED);
    }

    @AfterAll
    static void closeTheEngines() {
        engines.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "coffee", "helpdesk"})
    void demoBotsPassTheirOwnTests(String name) {
        BotCheck check = BotCheck.of(BOTS.resolve(name), "bots/" + name);
        assertThat(check.problems()).isEmpty();

        BotCompiler compiler = new BotCompiler(engines, new ModelCache(cache));
        try (BotLease lease = compiler.compile(
                        check.bot().orElseThrow(), check.source().orElseThrow())
                .lease()) {
            TestReport report = TestRunner.run(lease.version().main(), check.tests());

            assertThat(report.failures()).extracting(TestFailure::describe).isEmpty();
            assertThat(report.passed()).isGreaterThan(8);
        }
    }
}
