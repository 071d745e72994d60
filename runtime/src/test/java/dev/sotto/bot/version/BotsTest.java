package dev.sotto.bot.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.audit.AuditEvent;
import dev.sotto.bot.BotName;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Moment;
import dev.sotto.sensitive.Utterance;
import dev.sotto.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotsTest {

    private static final Heard HELLO = Heard.typed(new Utterance("hello"));

    @TempDir
    Path root;

    private BotsOnDisk disk;

    @BeforeEach
    void makeADirectory() throws IOException {
        disk = new BotsOnDisk(root);
    }

    @Test
    void resolvesAnAliasToAVersion() throws IOException {
        try (Bots bots = disk.write("bank", "hello").load();
                BotLease lease = lease(bots)) {
            assertThat(lease.version().name()).isEqualTo(BotsOnDisk.BANK);
            assertThat(lease.version().locales()).containsOnlyKeys(Locale.UK);
            assertThat(lease.version()
                            .main()
                            .interpreter()
                            .understand(HELLO, new Expectation.Anything(), Moment.EXAMPLE)
                            .best())
                    .isPresent();
        }
    }

    @Test
    void knowsNoOtherBots() throws IOException {
        try (Bots bots = disk.write("bank", "hello").load()) {
            assertThat(bots.resolve(new BotName("coffee"))).isEmpty();
        }
    }

    @Test
    void movesTheAliasWhenTheFileChangedAndTellsTheAudit() throws IOException {
        try (Bots bots = disk.write("bank", "hello").load()) {
            String before = id(bots);
            disk.write("bank", "good morning");

            assertThat(bots.reload()).isEmpty();

            assertThat(id(bots)).isNotEqualTo(before);
            assertThat(disk.audited)
                    .containsExactly(new AuditEvent.AliasMoved(BotsOnDisk.BANK, "live", before, id(bots)));
        }
    }

    @Test
    void leavesTheAliasAloneWhenNothingChanged() throws IOException {
        try (Bots bots = disk.write("bank", "hello").load()) {
            assertThat(bots.reload()).isEmpty();

            assertThat(disk.audited).isEmpty();
            assertThat(disk.engine.loaded).hasValue(1);
        }
    }

    @Test
    void keepsAVersionForTheConversationThatHoldsIt() throws IOException {
        try (Bots bots = disk.write("bank", "hello").load()) {
            BotLease held = lease(bots);
            disk.write("bank", "good morning");
            bots.reload();

            assertThat(held.version()
                            .main()
                            .interpreter()
                            .understand(HELLO, new Expectation.Anything(), Moment.EXAMPLE)
                            .best())
                    .isPresent();
            assertThat(disk.engine.closedModels).hasValue(0);

            held.close();
            held.close();

            assertThat(disk.engine.closedModels).hasValue(1);
        }
    }

    @Test
    void closesAModelOnlyWhenItsLastCallIsDone() throws IOException {
        Bots bots = disk.write("bank", "hello").load();
        BotLease held = lease(bots);
        AtomicBoolean closedDuringTheCall = new AtomicBoolean();
        disk.engine.whileUnderstanding(() -> {
            bots.close();
            held.close();
            closedDuringTheCall.set(disk.engine.closedModels.get() > 0);
        });

        held.version().main().interpreter().understand(HELLO, new Expectation.Anything(), Moment.EXAMPLE);

        assertThat(closedDuringTheCall).isFalse();
        assertThat(disk.engine.closedModels).hasValue(1);
    }

    @Test
    void refusesToUnderstandWithAVersionThatNobodyHolds() throws IOException {
        Bots bots = disk.write("bank", "hello").load();
        BotLease held = lease(bots);
        bots.close();
        held.close();

        assertThatThrownBy(() -> held.version()
                        .main()
                        .interpreter()
                        .understand(HELLO, new Expectation.Anything(), Moment.EXAMPLE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesTheOldVersionServingWhenTheNewOneIsBroken() throws IOException {
        try (Bots bots = disk.write("bank", "hello").load()) {
            String before = id(bots);
            Files.writeString(disk.directory.resolve("bank/bot.yaml"), "bot: bank\nlocale: en-GB\nintent: {}\n");

            assertThat(bots.reload()).extracting(Problem::code).contains("key.unknown");
            assertThat(id(bots)).isEqualTo(before);
        }
    }

    @Test
    void leavesTheOldVersionServingWhenTheNewOneCannotBeTrained() throws IOException {
        try (Bots bots = disk.write("bank", "hello").load()) {
            String before = id(bots);
            disk.write("bank", "good morning");
            disk.engine.whileTraining(() -> {
                throw new IllegalStateException("scripted");
            });

            assertThat(bots.reload()).extracting(Problem::code).containsExactly("bot.uncompilable");
            assertThat(id(bots)).isEqualTo(before);
        }
    }

    @Test
    void startsWithTheBotsThatCanBeUsed() throws IOException {
        disk.write("bank", "hello").write("coffee", "{");

        try (Bots bots = disk.load()) {
            assertThat(bots.list()).extracting(bot -> bot.name().value()).containsExactly("bank");
            assertThat(bots.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.position().file()).isEqualTo("bots/coffee/bot.yaml"));
        }
    }

    @Test
    void doesNotStartWithoutAnyBot() throws IOException {
        disk.write("coffee", "{");

        assertThatThrownBy(disk::load)
                .isInstanceOfSatisfying(
                        NoUsableBotException.class,
                        e -> assertThat(e.problems()).isNotEmpty());
    }

    @Test
    void doesNotStartWithoutADirectory() {
        assertThatThrownBy(() -> Bots.load(
                        new BotDirectory(root.resolve("absent"), "absent", Optional.empty()),
                        disk.compiler(),
                        disk.audited::add))
                .isInstanceOfSatisfying(
                        NoUsableBotException.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("bots.missing"));
    }

    @Test
    void dropsABotWhoseFolderIsGoneAndTakesUpANewOne() throws IOException {
        try (Bots bots = disk.write("bank", "hello").load()) {
            Files.delete(disk.directory.resolve("bank/bot.yaml"));
            Files.delete(disk.directory.resolve("bank"));
            disk.write("coffee", "hello");

            bots.reload();

            assertThat(bots.list()).extracting(bot -> bot.name().value()).containsExactly("coffee");
            assertThat(disk.engine.closedModels).hasValue(1);
        }
    }

    @Test
    void refusesTwoBotsOfOneName() throws IOException {
        disk.write("bank", "hello");
        Files.createSymbolicLink(disk.directory.resolve("second"), disk.directory.resolve("bank"));

        try (Bots bots = disk.load()) {
            assertThat(bots.problems()).extracting(Problem::code).containsExactly("bot.duplicate");
        }
    }

    @Test
    void refusesAFolderOutsideTheDirectory() throws IOException {
        Path outside = Files.createDirectory(root.resolve("outside"));
        Files.writeString(outside.resolve("bot.yaml"), "bot: outside");
        disk.write("bank", "hello");
        Files.createSymbolicLink(disk.directory.resolve("linked"), outside);

        try (Bots bots = disk.load()) {
            assertThat(bots.problems()).extracting(Problem::code).containsExactly("file.outside");
        }
    }

    @Test
    void resolvesWhileAliasesMove() throws Exception {
        try (Bots bots = disk.write("bank", "hello").load()) {
            AtomicBoolean stop = new AtomicBoolean();
            AtomicBoolean failed = new AtomicBoolean();
            Thread resolver = new Thread(() -> {
                while (!stop.get() && !failed.get()) {
                    try (BotLease lease = lease(bots)) {
                        lease.version()
                                .main()
                                .interpreter()
                                .understand(HELLO, new Expectation.Anything(), Moment.EXAMPLE);
                    } catch (RuntimeException e) {
                        failed.set(true);
                    }
                }
            });
            resolver.start();
            for (String sample : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
                disk.write("bank", sample);
                bots.reload();
            }
            stop.set(true);
            resolver.join(5000);

            assertThat(failed).isFalse();
            assertThat(disk.engine.closedModels).hasValue(8);
        }
    }

    private static BotLease lease(Bots bots) {
        return bots.resolve(BotsOnDisk.BANK).orElseThrow();
    }

    private static String id(Bots bots) {
        try (BotLease lease = lease(bots)) {
            return lease.version().id().value();
        }
    }
}
