package dev.sotto.bench;

import dev.sotto.client.ConversationException;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends turns when they are due, whether those before were answered or not, as people do. Each turn's time counts from
 * when it was due: one that could only be sent late because something was stuck has waited too, and would hide the
 * worst moments if it were left out ("coordinated omission"). Blocking.
 */
final class OpenLoop {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(5);

    /** Something that turns can be sent to. */
    interface Target {

        /**
         * Sends a turn.
         *
         * @param number from 0, in a run
         * @return completes when it is answered, on any thread; fails if it is refused
         */
        Future<?> turn(int number);
    }

    private final Pace pace;

    OpenLoop(Pace pace) {
        this.pace = pace;
    }

    /** Sends all turns of a schedule and waits for their answers. */
    Latencies run(Target target, Schedule schedule) {
        Latencies latencies = new Latencies(schedule.turns());
        long start = pace.nanos() + GLANCE;
        for (int turn = 0; turn < schedule.turns(); turn++) {
            send(target, turn, start + schedule.dueAfter(turn), latencies);
        }
        long limit = pace.nanos() + PATIENCE;
        while (!latencies.isComplete() && pace.nanos() < limit) {
            pace.until(pace.nanos() + GLANCE);
        }
        latencies.close();
        return latencies;
    }

    private void send(Target target, int turn, long due, Latencies latencies) {
        pace.until(due);
        latencies.sent(pace.nanos() - due);
        target.turn(turn).onComplete(answer -> {
            if (answer.succeeded()) {
                latencies.answered(pace.nanos() - due);
            } else {
                latencies.refused(code(answer.cause()));
            }
        });
    }

    private static String code(Throwable failure) {
        return failure instanceof ConversationException known
                ? known.code()
                : failure.getClass().getSimpleName();
    }
}
