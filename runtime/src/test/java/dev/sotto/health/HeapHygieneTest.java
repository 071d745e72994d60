package dev.sotto.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.metrics.Metrics;
import dev.sotto.testing.CapturedLog;
import dev.sotto.testing.FakeTimers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HeapHygieneTest {

    private static final Duration QUIET = Duration.ofSeconds(5);

    private static Vertx vertx;

    private final FakeTimers timers = new FakeTimers();
    private final Metrics metrics = new Metrics();
    private final AtomicInteger sweeps = new AtomicInteger();
    private final HeapHygiene hygiene = new HeapHygiene(QUIET, metrics, interrupted -> {
        sweeps.incrementAndGet();
        return 1;
    });

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        await(vertx.close());
    }

    @Test
    void sweepsOnceWhenItHasBeenQuietForLongEnough() throws Exception {
        hygiene.stirred();
        look(Duration.ZERO);

        look(Duration.ofSeconds(4));
        assertThat(sweeps).hasValue(0);
        look(Duration.ofSeconds(1));
        assertThat(sweeps).hasValue(1);
        look(Duration.ofHours(1));
        assertThat(sweeps).hasValue(1);
        assertThat(metrics.scrape()).contains("sotto_heap_sweeps_seconds_count 1");
    }

    @Test
    void sweepsNothingWhenNothingStirred() throws Exception {
        look(Duration.ofHours(1));

        assertThat(sweeps).hasValue(0);
    }

    @Test
    void waitsWhileSomethingGoesOn() throws Exception {
        for (int i = 0; i < 10; i++) {
            hygiene.stirred();
            look(Duration.ofSeconds(4));
        }

        assertThat(sweeps).hasValue(0);
    }

    @Test
    void endsEarlyWhenSomethingBeginsAndSweepsAgainAfterwards() throws Exception {
        AtomicInteger interruptions = new AtomicInteger();
        HeapHygiene[] self = new HeapHygiene[1];
        self[0] = new HeapHygiene(QUIET, metrics, interrupted -> {
            assertThat(interrupted.getAsBoolean()).isFalse();
            self[0].stirred();
            if (interrupted.getAsBoolean()) {
                interruptions.incrementAndGet();
            }
            return 0;
        });
        self[0].stirred();
        for (int i = 0; i < 4; i++) {
            await(self[0].look(vertx, timers));
            timers.advance(QUIET);
        }

        assertThat(interruptions).hasValue(2);
    }

    @Test
    void looksByItselfAndStopsWhenClosed() {
        hygiene.start(vertx, timers);
        timers.advance(QUIET);
        hygiene.close();

        hygiene.stirred();
        timers.advance(QUIET.multipliedBy(10));

        assertThat(sweeps).hasValue(0);
    }

    @Test
    void survivesASweepThatFails() throws Exception {
        HeapHygiene failing = new HeapHygiene(QUIET, metrics, interrupted -> {
            throw new IllegalStateException("no memory beans");
        });
        failing.stirred();
        await(failing.look(vertx, timers));
        timers.advance(QUIET);
        try (CapturedLog log = new CapturedLog()) {
            await(failing.look(vertx, timers));

            assertThat(log.linesOf("heap.swept")).hasSize(1);
        }
    }

    private void look(Duration after) throws Exception {
        timers.advance(after);
        await(hygiene.look(vertx, timers));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
