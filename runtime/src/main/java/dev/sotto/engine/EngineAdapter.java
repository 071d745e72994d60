package dev.sotto.engine;

import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.RefusedException;
import dev.sotto.time.Timers;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs blocking calls to an engine on threads of its own. Safe for any thread; never blocks its caller.
 *
 * <p>A call that finds the queue full is refused at once. A call that is not done in time is refused too, and its place
 * in the queue is freed; if it was running already, it runs to its end, for native code cannot be stopped, and what it
 * returns then is dropped.
 */
public final class EngineAdapter {

    private final EngineSettings settings;
    private final Timers timers;
    private final Metrics metrics;
    private final ThreadPoolExecutor pool;

    public EngineAdapter(EngineSettings settings, Timers timers, Metrics metrics) {
        this.settings = settings;
        this.timers = timers;
        this.metrics = metrics;
        this.pool = pool(settings);
        metrics.bound(settings.bound(), settings.queue(), this::waiting);
    }

    /**
     * Calls the engine.
     *
     * @param work is run at most once, on one of the engine's threads
     * @return completes on the caller's context, or on some thread if the caller has none. Fails with the exception of
     *     the work, or as refused if the engine is too busy
     */
    public <T> Future<T> call(Callable<T> work) {
        return call(work, settings.timeout());
    }

    /**
     * Calls the engine, with a time-out of this call's own.
     *
     * @see #call(Callable)
     */
    public <T> Future<T> call(Callable<T> work, Duration timeout) {
        Call<T> call = new Call<>(work, callersContext());
        try {
            pool.execute(call);
        } catch (RejectedExecutionException e) {
            metrics.boundReached(settings.bound());
            return Future.failedFuture(new RefusedException(settings.busy()));
        }
        call.expireAfter(timeout);
        return call.promise.future();
    }

    /** Returns how many calls wait for a thread. */
    public int waiting() {
        return pool.getQueue().size();
    }

    /**
     * Ends the threads once the calls that run are done; those that wait are not run any more. Blocks, so not for event
     * loops.
     *
     * @return whether all ended in time: only then may what the calls use be released
     */
    public boolean close(Duration patience) {
        pool.shutdownNow().forEach(waiting -> ((Call<?>) waiting).refuse());
        try {
            return pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ThreadPoolExecutor pool(EngineSettings settings) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.queue()),
                work -> {
                    Thread thread = new Thread(work, "sotto-" + settings.name() + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private static Executor callersContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }

    /** One call on its way through the pool. */
    private final class Call<T> implements Runnable {

        private final Promise<T> promise = Promise.promise();
        private final Callable<T> work;
        private final Executor caller;

        Call(Callable<T> work, Executor caller) {
            this.work = work;
            this.caller = caller;
        }

        void expireAfter(Duration timeout) {
            Timers.Alarm alarm = timers.after(timeout, this::refuse);
            promise.future().onComplete(done -> alarm.cancel());
        }

        void refuse() {
            pool.remove(this);
            caller.execute(() -> promise.tryFail(new RefusedException(settings.busy())));
        }

        @Override
        public void run() {
            if (promise.future().isComplete()) {
                return;
            }
            try {
                T result = work.call();
                caller.execute(() -> promise.tryComplete(result));
            } catch (Throwable fault) {
                // Errors too: a native library that does not link must fail the call and not its thread.
                caller.execute(() -> promise.tryFail(fault));
            }
        }
    }
}
