package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sotto.client.ConversationException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenLoopTest {

    private static final long MS = 1_000_000;
    private static final Schedule HUNDRED = Schedule.of(100, Duration.ofSeconds(1));

    private final FakePace pace = new FakePace();
    private final OpenLoop loop = new OpenLoop(pace);

    @Test
    void sendsTurnsWhenTheyAreDue() {
        List<Long> sent = new ArrayList<>();

        loop.run(number -> answered(() -> sent.add(pace.now)), HUNDRED);

        assertThat(sent).hasSize(100);
        assertThat(sent.get(99) - sent.get(0)).isEqualTo(990 * MS);
    }

    @Test
    void measuresHowLongAnAnswerTakes() {
        Latencies latencies = loop.run(number -> answered(() -> pace.now += 3 * MS), HUNDRED);

        assertThat(latencies.within(0.5)).isEqualTo(3.0);
        assertThat(latencies.within(0.99)).isEqualTo(3.0);
        assertThat(latencies.lateWithin(0.99)).isZero();
    }

    /** A server that stands still for half a second holds up everybody who comes meanwhile. */
    @Test
    void countsTheWaitingOfTurnsThatCouldNotBeSentInTime() {
        Latencies latencies = loop.run(number -> answered(() -> pace.now += number == 20 ? 500 * MS : MS), HUNDRED);

        assertThat(latencies.within(1)).isEqualTo(500.0);
        // 55 turns go by until those that wait are through; what were one slow turn of a hundred are more than half.
        assertThat(latencies.within(0.5)).isGreaterThan(40);
        assertThat(latencies.lateWithin(1)).isCloseTo(490.0, within(1.0));
    }

    @Test
    void countsARefusalByItsCodeAndAsNoAnswer() {
        Latencies latencies = loop.run(
                number -> number % 10 == 0
                        ? Future.failedFuture(new ConversationException("busy.nlu", "later"))
                        : Future.succeededFuture(),
                HUNDRED);

        assertThat(latencies.refusals()).containsOnlyKeys("busy.nlu").containsEntry("busy.nlu", 10);
        assertThat(latencies.within(0.9)).isFinite();
        assertThat(latencies.within(0.91)).isInfinite();
    }

    @Test
    void givesUpOnTurnsThatAreNeverAnswered() {
        Promise<Void> never = Promise.promise();

        Latencies latencies = loop.run(number -> number == 7 ? never.future() : Future.succeededFuture(), HUNDRED);
        never.complete();

        assertThat(latencies.refusals()).containsOnlyKeys(Latencies.UNANSWERED);
        assertThat(latencies.within(1)).isInfinite();
    }

    private static Future<Void> answered(Runnable meanwhile) {
        meanwhile.run();
        return Future.succeededFuture();
    }

    /** A clock that goes when it is waited for. */
    private static final class FakePace implements Pace {

        private long now = 1_000 * MS;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void until(long nanos) {
            now = Math.max(now, nanos);
        }
    }
}
