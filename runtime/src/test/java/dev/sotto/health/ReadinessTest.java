package dev.sotto.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.testing.CapturedLog;
import dev.sotto.testing.FakeTimers;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final FakeTimers timers = new FakeTimers();
    private Future<Boolean> result = Future.succeededFuture(true);
    private int runs;

    private final Readiness readiness = new Readiness(
            () -> {
                runs++;
                return result;
            },
            timers);

    @Test
    void isNotReadyBeforeTheStartIsOverAndTestsNothing() {
        assertThat(answer()).isEqualTo(Readiness.Answer.STARTING);
        assertThat(runs).isZero();
    }

    @Test
    void isReadyOnceItStartedAndUnderstandsTheSelfTest() {
        readiness.started();

        assertThat(answer()).isEqualTo(Readiness.Answer.READY);
    }

    @Test
    void isNotReadyWhileItDrainsAndNeverAgain() {
        readiness.started();
        readiness.draining();
        readiness.started();

        assertThat(answer()).isEqualTo(Readiness.Answer.DRAINING);
    }

    @Test
    void isUnwellWhenTheSelfTestIsNotUnderstoodFailsOrThrows() {
        readiness.started();

        result = Future.succeededFuture(false);
        assertThat(answer()).isEqualTo(Readiness.Answer.UNWELL);

        timers.advance(Readiness.HOLDS);
        result = Future.failedFuture(new IllegalStateException("busy"));
        assertThat(answer()).isEqualTo(Readiness.Answer.UNWELL);

        Readiness throwing = new Readiness(
                () -> {
                    throw new IllegalStateException("broken");
                },
                timers);
        throwing.started();
        assertThat(throwing.ask().result()).isEqualTo(Readiness.Answer.UNWELL);
    }

    @Test
    void isWellAgainWhenTheSelfTestIsAndTellsOfEachChangeOnce() {
        readiness.started();
        try (CapturedLog log = new CapturedLog()) {
            result = Future.succeededFuture(false);
            assertThat(answer()).isEqualTo(Readiness.Answer.UNWELL);
            timers.advance(Readiness.HOLDS);
            result = Future.succeededFuture(true);
            assertThat(answer()).isEqualTo(Readiness.Answer.READY);
            timers.advance(Readiness.HOLDS);
            assertThat(answer()).isEqualTo(Readiness.Answer.READY);

            assertThat(log.linesOf("health.changed")).hasSize(1);
        }
    }

    @Test
    void testsOnceForAllWhoAskWithinAFewSeconds() {
        Promise<Boolean> slow = Promise.promise();
        result = slow.future();
        readiness.started();

        Future<Readiness.Answer> first = readiness.ask();
        Future<Readiness.Answer> second = readiness.ask();
        slow.complete(true);

        assertThat(first.result()).isEqualTo(Readiness.Answer.READY);
        assertThat(second.result()).isEqualTo(Readiness.Answer.READY);
        assertThat(runs).isEqualTo(1);
    }

    private Readiness.Answer answer() {
        return readiness.ask().result();
    }
}
