package dev.sotto.bot.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.audit.AuditEvent;
import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.bot.testing.BotGate;
import dev.sotto.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bots of which versions are kept. */
class BotVersionsTest {

    private static final BotName NEXT = new BotName("bank-next");
    private static final String PASSES =
            "- test: greets\n  steps:\n    - user: good morning\n      expect: { says: Hello. }\n";
    private static final String FAILS = PASSES.replace("Hello.", "Good day");

    @TempDir
    Path root;

    private BotsOnDisk disk;
    private VersionStore store;

    @BeforeEach
    void makeADirectory() throws IOException {
        disk = new BotsOnDisk(root);
        store = new VersionStore(root.resolve("state"));
    }

    @Test
    void keepsWhatItServesAndPointsBothAliasesAtIt() throws IOException {
        try (Bots bots = load("hello")) {
            VersionId id = id(bots, BotsOnDisk.BANK);

            assertThat(store.versions(BotsOnDisk.BANK))
                    .extracting(VersionStore.Kept::id)
                    .containsExactly(id);
            assertThat(store.aliases(BotsOnDisk.BANK))
                    .containsOnlyKeys(AliasName.LATEST, AliasName.LIVE)
                    .containsValues(id);
            assertThat(store.folder(BotsOnDisk.BANK, id).orElseThrow().resolve("bot.yaml"))
                    .hasSameTextualContentAs(disk.directory.resolve("bank/bot.yaml"));
        }
    }

    @Test
    void keepsAllFilesOfABotAndServesItInEachLocale() throws IOException {
        disk.write("bank", "hello");
        Path overlay = disk.directory.resolve("bank/bot.de-DE.yaml");
        Files.writeString(overlay, "intents: { greet: { says: [hallo], answer: Guten Tag. } }\n");
        Path part = disk.directory.resolve("bank/intents/leave.yaml");
        Files.createDirectories(part.resolveSibling(""));
        Files.writeString(part, "says: [bye]\nthen: hangup\n");
        Files.writeString(
                overlay, "intents: { greet: { says: [hallo], answer: Guten Tag. }, leave: { says: [ade] } }\n");

        try (Bots bots = load()) {
            VersionId before = id(bots, BotsOnDisk.BANK);
            Path kept = store.folder(BotsOnDisk.BANK, before).orElseThrow();

            assertThat(kept.resolve("bot.de-DE.yaml")).hasSameTextualContentAs(overlay);
            assertThat(kept.resolve("intents/leave.yaml")).hasSameTextualContentAs(part);
            try (BotLease lease = bots.resolve(BotsOnDisk.BANK).orElseThrow()) {
                assertThat(lease.version().locales()).containsOnlyKeys(Locale.UK, Locale.GERMANY);
                assertThat(lease.version()
                                .locale(Locale.GERMAN)
                                .map(locale -> locale.bot().locale()))
                        .contains(Locale.GERMANY);
                assertThat(lease.version().locale(Locale.FRENCH)).isEmpty();
            }
            assertThat(bots.inLocales().get(0)).extracting(Bot::locale).containsExactly(Locale.UK, Locale.GERMANY);

            Files.writeString(overlay, Files.readString(overlay).replace("hallo", "servus"));
            bots.reload();

            assertThat(id(bots, BotsOnDisk.BANK)).isNotEqualTo(before);
        }
    }

    @Test
    void holdsABotBackThatFailsATestInOneOfItsLocales() throws IOException {
        disk.write("bank", "hello");
        Files.writeString(
                disk.directory.resolve("bank/bot.de-DE.yaml"),
                "intents: { greet: { says: [hallo], answer: Guten Tag. } }\n");
        writeTests("locale: de-DE\ntests:\n  - test: grüßt\n    steps:\n      - user: hallo\n"
                + "        expect: { says: Servus }\n");

        assertThatThrownBy(this::load).isInstanceOf(NoUsableBotException.class);
    }

    @Test
    void leavesTheOldVersionServingWhenTheNewOneFailsItsTests() throws IOException {
        try (Bots bots = load("hello")) {
            VersionId before = id(bots, BotsOnDisk.BANK);
            disk.write("bank", "good morning");
            writeTests(FAILS);

            List<Problem> problems = bots.reload();

            assertThat(problems)
                    .extracting(Problem::describe)
                    .containsExactly("bots/bank/tests/all.yaml:4:23: in the test \"greets\": \"Hello. Is there anything"
                            + " else?\"; expected says Good day");
            assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(before);
            assertThat(store.versions(BotsOnDisk.BANK)).hasSize(1);

            writeTests(PASSES);

            assertThat(bots.reload()).isEmpty();
            assertThat(id(bots, BotsOnDisk.BANK)).isNotEqualTo(before);
            assertThat(disk.engine.closedModels).hasValue(2);
        }
    }

    @Test
    void servesABotThatNeverPassedItsTestsToNobody() throws IOException {
        disk.write("coffee", "hello");
        writeTests(FAILS);

        try (Bots bots = load("hello")) {
            assertThat(bots.list()).extracting(bot -> bot.name().value()).containsExactly("coffee");
            assertThat(bots.problems()).extracting(Problem::code).containsExactly("bot.test_failed");
        }
    }

    @Test
    void goesBackToAnOlderVersionWithoutItsFiles() throws IOException {
        try (Bots bots = load("hello")) {
            VersionId old = id(bots, BotsOnDisk.BANK);
            disk.write("bank", "good morning");
            bots.reload();
            VersionId newer = id(bots, BotsOnDisk.BANK);
            disk.audited.clear();

            store.point(BotsOnDisk.BANK, AliasName.LIVE, old);
            assertThat(bots.realias()).isEmpty();

            assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(old).isNotEqualTo(newer);
            assertThat(disk.audited)
                    .containsExactly(new AuditEvent.AliasMoved(BotsOnDisk.BANK, "live", newer.value(), old.value()));
            assertThat(bots.reload()).isEmpty();
            assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(old);
        }
    }

    @Test
    void staysWhereItWasPointedUntilSomethingNewIsBuilt() throws IOException {
        VersionId old;
        try (Bots bots = load("hello")) {
            old = id(bots, BotsOnDisk.BANK);
            disk.write("bank", "good morning");
            bots.reload();
            store.point(BotsOnDisk.BANK, AliasName.LIVE, old);
        }

        try (Bots bots = load("good morning")) {
            assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(old);

            disk.write("bank", "good evening");
            bots.reload();

            assertThat(id(bots, BotsOnDisk.BANK)).isNotEqualTo(old);
        }
    }

    @Test
    void followsTheFilesBackAndForth() throws IOException {
        try (Bots bots = load("hello")) {
            VersionId first = id(bots, BotsOnDisk.BANK);
            disk.write("bank", "good morning");
            bots.reload();
            VersionId second = id(bots, BotsOnDisk.BANK);
            for (int i = 0; i < 2; i++) {
                disk.write("bank", "hello");
                bots.reload();
                assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(first);
                disk.write("bank", "good morning");
                bots.reload();
                assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(second);
            }
            store.point(BotsOnDisk.BANK, AliasName.LIVE, first);
            bots.realias();
            disk.write("bank", "hello");
            bots.reload();
            disk.write("bank", "good morning");
            bots.reload();
            assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(second);
        }
    }

    @Test
    void servesTwoVersionsSideBySide() throws IOException {
        try (Bots bots = load("hello")) {
            VersionId old = id(bots, BotsOnDisk.BANK);
            disk.write("bank", "good morning");
            bots.reload();
            VersionId newer = id(bots, BotsOnDisk.BANK);
            store.point(BotsOnDisk.BANK, new AliasName("next"), newer);
            store.point(BotsOnDisk.BANK, AliasName.LIVE, old);
            bots.realias();

            assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(old);
            try (BotLease lease = bots.resolve(NEXT).orElseThrow()) {
                assertThat(lease.version().id()).isEqualTo(newer);
                assertThat(lease.alias()).isEqualTo(new AliasName("next"));
            }
            assertThat(bots.list()).hasSize(1);

            store.remove(BotsOnDisk.BANK, new AliasName("next"));
            bots.realias();

            assertThat(bots.resolve(NEXT)).isEmpty();
        }
        assertThat(disk.engine.closedModels).hasValue(disk.engine.loaded.get());
    }

    @Test
    void givesNoAliasTheNameOfABot() throws IOException {
        disk.write("bank-next", "good evening");
        try (Bots bots = load("hello")) {
            store.point(BotsOnDisk.BANK, new AliasName("next"), id(bots, BotsOnDisk.BANK));

            assertThat(bots.realias()).extracting(Problem::code).containsExactly("alias.taken");
            try (BotLease lease = bots.resolve(NEXT).orElseThrow()) {
                assertThat(lease.version().name()).isEqualTo(NEXT);
            }
        }
    }

    @Test
    void leavesWhatServesAloneWhenAnAliasIsBroken() throws IOException {
        try (Bots bots = load("hello")) {
            VersionId before = id(bots, BotsOnDisk.BANK);
            store.point(BotsOnDisk.BANK, AliasName.LIVE, new VersionId("0".repeat(32)));

            assertThat(bots.realias()).extracting(Problem::code).containsExactly("alias.broken");
            assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(before);
        }
    }

    @Test
    void servesTheVersionItKeptWhenTheFilesAreBrokenAtTheStart() throws IOException {
        VersionId kept;
        try (Bots bots = load("hello")) {
            kept = id(bots, BotsOnDisk.BANK);
        }
        Files.writeString(disk.directory.resolve("bank/bot.yaml"), "{");

        try (Bots bots = Bots.load(disk.bots(), disk.compiler(), store, new BotGate(), disk.audited::add)) {
            assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(kept);
            assertThat(bots.problems()).isNotEmpty();
        }
    }

    @Test
    void servesWhereNothingCanBeKept() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        store = new VersionStore(file);

        try (Bots bots = load("hello")) {
            VersionId before = id(bots, BotsOnDisk.BANK);
            bots.reload();
            assertThat(id(bots, BotsOnDisk.BANK)).isEqualTo(before);
            assertThat(disk.engine.loaded).hasValue(1);
        }
    }

    @Test
    void letsTheOldestGoThatNoAliasStandsFor() throws IOException {
        try (Bots bots = load("hello")) {
            VersionId first = id(bots, BotsOnDisk.BANK);
            store.point(BotsOnDisk.BANK, new AliasName("stable"), first);
            Optional<VersionId> second = Optional.empty();
            for (int i = 0; i < VersionStore.MAX_VERSIONS + 2; i++) {
                disk.write("bank", "hello " + i);
                bots.reload();
                VersionId built = id(bots, BotsOnDisk.BANK);
                second = second.or(() -> Optional.of(built));
                Files.setLastModifiedTime(
                        store.folder(BotsOnDisk.BANK, built).orElseThrow().resolve("built"),
                        FileTime.fromMillis(1_700_000_000_000L + i));
            }

            assertThat(store.versions(BotsOnDisk.BANK))
                    .hasSizeLessThanOrEqualTo(VersionStore.MAX_VERSIONS + 1)
                    .extracting(VersionStore.Kept::id)
                    .contains(first, id(bots, BotsOnDisk.BANK))
                    .doesNotContain(second.orElseThrow());
        }
    }

    private Bots load(String sample) throws IOException {
        disk.write("bank", sample);
        return load();
    }

    private Bots load() {
        return Bots.load(disk.bots(), disk.compiler(), store, new BotGate(), disk.audited::add);
    }

    private void writeTests(String text) throws IOException {
        Path tests = Files.createDirectories(disk.directory.resolve("bank/tests"));
        Files.writeString(tests.resolve("all.yaml"), text);
    }

    private static VersionId id(Bots bots, BotName name) {
        try (BotLease lease = bots.resolve(name).orElseThrow()) {
            return lease.version().id();
        }
    }
}
