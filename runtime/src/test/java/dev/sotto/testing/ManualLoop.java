package dev.sotto.testing;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An event loop that turns only when a test says so, in the thread of the test. Tasks come from any thread. */
public final class ManualLoop implements Executor {

    private static final long PATIENCE_SECONDS = 10;

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs everything that is there, and what comes of it, until nothing is left. */
    public void run() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Runs everything that comes, from other threads too, until something is the case. */
    public void runUntil(BooleanSupplier condition) {
        run();
        while (!condition.getAsBoolean()) {
            next().run();
            run();
        }
    }

    private Runnable next() {
        try {
            Runnable task = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("nothing happened for " + PATIENCE_SECONDS + " seconds");
            }
            return task;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
