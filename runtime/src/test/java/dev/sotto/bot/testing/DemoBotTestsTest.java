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
import org.junit.jupiter.params.provider.CsvSource;
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
        TestReport report = tested(name, engines);

        assertThat(report.failures()).extracting(TestFailure::describe).isEmpty();
        assertThat(report.passed()).isGreaterThan(8);
    }

    /** Words and n-grams alone cannot always tell that something is no business of a bot: one test may fail of that. */
    @ParameterizedTest
    @CsvSource({
        "bank, AS_ASKED", "coffee, AS_ASKED", "helpdesk, AS_ASKED",
        "bank, PURE_JAVA", "coffee, PURE_JAVA", "helpdesk, PURE_JAVA"
    })
    void demoBotsServeWithoutTheEncoder(String name, Engines.Use use) {
        EncoderSource absent = new EncoderSource.OfFiles(cache.resolve("absent"), cache.resolve("absent"));
        try (Engines others = Engines.installed(absent, use)) {
            TestReport report = tested(name, others);

            assertThat(report.failed()).isLessThanOrEqualTo(1);
            assertThat(report.passed()).isGreaterThan(8);
        }
    }

    private static TestReport tested(String name, Engines engines) {
        BotCheck check = BotCheck.of(BOTS.resolve(name), "bots/" + name);
        assertThat(check.problems()).isEmpty();

        BotCompiler compiler = new BotCompiler(engines, new ModelCache(cache));
        try (BotLease lease = compiler.compile(check.written().orElseThrow()).lease()) {
            return TestRunner.run(lease.version(), check.tests());
        }
    }
}
