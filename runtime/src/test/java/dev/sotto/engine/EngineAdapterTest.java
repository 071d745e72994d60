package dev.sotto.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.metrics.Metrics;
import dev.sotto.testing.FakeTimers;
import dev.sotto.testing.ScriptedWork;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineAdapterTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int QUEUE = 2;

    private final FakeTimers timers = new FakeTimers();
    private final Metrics metrics = new Metrics();
    private final EngineAdapter adapter = new EngineAdapter(EngineSettings.nlu(1, QUEUE, TIMEOUT), timers, metrics);

    @AfterEach
    void close() {
        assertThat(adapter.close(PATIENCE)).isTrue();
    }

    @Test
    void runsTheWorkOnAThreadOfItsOwnName() throws Exception {
        assertThat(await(adapter.call(() -> Thread.currentThread().getName()))).isEqualTo("sotto-nlu-1");
    }

    @Test
    void completesOnTheCallersContext() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context context = vertx.getOrCreateContext();
            CompletableFuture<Context> completedOn = new CompletableFuture<>();
            context.runOnContext(
                    start -> adapter.call(() -> 1).onComplete(done -> completedOn.complete(Vertx.currentContext())));

            assertThat(completedOn.get(10, TimeUnit.SECONDS)).isSameAs(context);
        } finally {
            await(vertx.close());
        }
    }

    @Test
    void failsWithTheFaultOfTheWorkEvenIfItIsAnError() {
        assertThatThrownBy(() -> await(adapter.call(() -> {
                    throw new UnsatisfiedLinkError("no library");
                })))
                .hasCauseInstanceOf(UnsatisfiedLinkError.class);
    }

    @Test
    void goesOnAfterAFault() throws Exception {
        Future<Integer> broken = adapter.call(() -> {
            throw new IllegalStateException();
        });

        assertThat(await(adapter.call(() -> 1))).isEqualTo(1);
        assertThat(broken.failed()).isTrue();
    }

    @Test
    void refusesAtOnceWhenTheQueueIsFull() throws Exception {
        ScriptedWork<Integer> running = new ScriptedWork<>(0);
        Future<Integer> first = adapter.call(running);
        running.awaitBegin();
        List<Future<Integer>> queued = List.of(adapter.call(() -> 1), adapter.call(() -> 2));

        Future<Integer> refused = adapter.call(() -> 3);

        assertThat(refused.cause()).hasMessage("busy.nlu");
        assertThat(adapter.waiting()).isEqualTo(QUEUE);
        assertThat(metrics.scrape())
                .contains("sotto_bound_reached_total{bound=\"nlu-queue\"} 1.0")
                .contains("sotto_bound_used{bound=\"nlu-queue\"} 2.0")
                .contains("sotto_bound_limit{bound=\"nlu-queue\"} 2.0");
        running.release();
        assertThat(await(Future.all(first, queued.get(0), queued.get(1))).size())
                .isEqualTo(3);
    }

    @Test
    void refusesACallThatIsNotDoneInTimeAndDropsItsLateResult() throws Exception {
        ScriptedWork<Integer> slow = new ScriptedWork<>(1);
        AtomicInteger completions = new AtomicInteger();
        Future<Integer> late = adapter.call(slow).onComplete(done -> completions.incrementAndGet());
        slow.awaitBegin();
        timers.advance(TIMEOUT.minusMillis(1));
        assertThat(late.isComplete()).isFalse();
        timers.advance(Duration.ofMillis(1));
        assertThat(late.cause()).hasMessage("busy.nlu");

        slow.release();

        assertThat(await(adapter.call(() -> 2))).isEqualTo(2);
        assertThat(late.cause()).hasMessage("busy.nlu");
        assertThat(completions).hasValue(1);
    }

    @Test
    void neverBeginsACallThatWaitedTooLongAndFreesItsPlace() throws Exception {
        ScriptedWork<Integer> running = new ScriptedWork<>(0);
        Future<Integer> first = adapter.call(running);
        running.awaitBegin();
        timers.advance(Duration.ofSeconds(1));
        ScriptedWork<Integer> waiting = new ScriptedWork<>(1);
        waiting.release();
        Future<Integer> second = adapter.call(waiting);
        timers.advance(TIMEOUT);

        assertThat(adapter.waiting()).isZero();
        running.release();

        assertThat(await(adapter.call(() -> 2))).isEqualTo(2);
        assertThat(waiting.hasBegun()).isFalse();
        assertThat(List.of(first.cause().getMessage(), second.cause().getMessage()))
                .containsExactly("busy.nlu", "busy.nlu");
    }

    @Test
    void leavesNoAlarmBehindWhenTheWorkIsDone() throws Exception {
        AtomicInteger refusals = new AtomicInteger();
        Future<Integer> done = adapter.call(() -> 1).onFailure(e -> refusals.incrementAndGet());
        await(done);
        timers.advance(TIMEOUT.multipliedBy(2));

        assertThat(refusals).hasValue(0);
    }

    @Test
    void refusesWhatStillWaitsWhenItIsClosed() throws Exception {
        ScriptedWork<Integer> running = new ScriptedWork<>(0);
        Future<Integer> first = adapter.call(running);
        running.awaitBegin();
        Future<Integer> waiting = adapter.call(() -> 1);

        assertThat(adapter.close(PATIENCE)).isTrue();

        assertThat(waiting.cause()).hasMessage("busy.nlu");
        assertThat(first.failed()).isTrue();
        assertThat(adapter.call(() -> 2).cause()).hasMessage("busy.nlu");
    }

    @Test
    void answersEveryCallExactlyOnceUnderAStorm() throws Exception {
        int callers = 4;
        int each = 500;
        AtomicInteger ran = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(callers * each);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    adapter.call(ran::incrementAndGet).onComplete(done -> {
                        (done.succeeded() ? answered : refused).incrementAndGet();
                        all.countDown();
                    });
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join(PATIENCE.toMillis());
        }

        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(answered.get() + refused.get()).isEqualTo(callers * each);
        assertThat(answered).hasValue(ran.get());
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
