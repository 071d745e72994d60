package dev.sotto.bot.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.audit.AuditEvent;
import dev.sotto.testing.FakeTimers;
import dev.sotto.time.Timers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotWatchTest {

    private static final long PATIENCE_S = 20;

    @TempDir
    Path root;

    private final FakeTimers timers = new FakeTimers();

    @Test
    void movesTheAliasOnceTheFilesWereLeftAlone() throws Exception {
        BotsOnDisk disk = new BotsOnDisk(root);
        LinkedBlockingQueue<Runnable> alarms = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<Object> moved = new LinkedBlockingQueue<>();
        try (Bots bots = Bots.load(disk.write("bank", "hello").bots(), disk.compiler(), moved::add);
                BotWatch watch = BotWatch.start(disk.directory, bots::reload, heldBack(alarms))) {
            assertThat(watch).isNotNull();
            disk.write("bank", "good morning");

            // The file may be written in several steps, each with its own alarm.
            Object move = null;
            while (move == null) {
                Runnable alarm = alarms.poll(PATIENCE_S, TimeUnit.SECONDS);
                assertThat(alarm).isNotNull();
                assertThat(moved).isEmpty();
                alarm.run();
                move = moved.poll(300, TimeUnit.MILLISECONDS);
            }
            assertThat(move).isInstanceOf(AuditEvent.AliasMoved.class);
        }
    }

    @Test
    void waitsForQuietAfterEachChange() {
        AtomicInteger runs = new AtomicInteger();
        try (Debounce debounce = new Debounce(timers, Duration.ofMillis(200), runs::incrementAndGet)) {
            debounce.touch();
            timers.advance(Duration.ofMillis(150));
            debounce.touch();
            timers.advance(Duration.ofMillis(150));
            assertThat(runs).hasValue(0);

            timers.advance(Duration.ofMillis(50));
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    void doesNothingMoreOnceItIsClosed() {
        AtomicInteger runs = new AtomicInteger();
        Debounce debounce = new Debounce(timers, Duration.ofMillis(200), runs::incrementAndGet);
        debounce.touch();
        debounce.close();
        debounce.touch();
        timers.advance(Duration.ofSeconds(1));

        assertThat(runs).hasValue(0);
    }

    /** Timers whose alarms go off when a test takes them from the queue and runs them. */
    private static Timers heldBack(LinkedBlockingQueue<Runnable> alarms) {
        return new Timers() {
            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public ZoneId zone() {
                return ZoneOffset.UTC;
            }

            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public Alarm after(Duration delay, Runnable task) {
                alarms.add(task);
                return () -> {};
            }
        };
    }
}
