package dev.sotto.health;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.log.LogSetup;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Goes down in order when the process is told to (SIGTERM, SIGINT, SIGHUP): drains, waits for that up to a limit, writes
 * the last lines of the log, and ends with exit code 0. Java itself would end with 143 or 130, which a service manager
 * takes for a failure, so the end is forced by {@link Runtime#halt} once everything is done.
 */
public final class GracefulStop {

    /** Exit code of a server that was told to stop and did. */
    static final int DONE = 0;

    private static final EventLog LOG = EventLog.of(Component.SERVER);

    /** For closing what the draining left open. */
    private static final Duration MORE = Duration.ofSeconds(2);

    private final Thread hook;

    private GracefulStop(Thread hook) {
        this.hook = hook;
    }

    /**
     * From now on the process goes down in order.
     *
     * @param drain refuses new sessions, lets turns in flight finish, closes everything; called once
     * @param limit how long the turns may take; a little is added for the closing
     */
    public static GracefulStop install(Supplier<Future<Void>> drain, Duration limit) {
        Thread hook = new Thread(() -> stop(drain, limit.plus(MORE)), "sotto-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return new GracefulStop(hook);
    }

    /** From now on the process goes down as Java does it; for those that end by themselves with an exit code. */
    public void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It was told to stop already, and ends for that reason.
            return;
        }
    }

    private static void stop(Supplier<Future<Void>> drain, Duration limit) {
        long begin = System.nanoTime();
        LOG.info(Event.SERVER_DRAINING);
        try {
            drain.get().toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(Event.SERVER_DRAINING, Field.code("drain.timeout"), Field.seconds(limit.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            // Errors too: whatever goes wrong on the way, the process was told to end, and ends.
            LOG.fault(Event.SERVER_FAULT, e);
        }
        LOG.info(Event.SERVER_STOPPED, Field.took(Duration.ofNanos(System.nanoTime() - begin)));
        LogSetup.stop();
        Runtime.getRuntime().halt(DONE);
    }
}
