package dev.sotto.speech.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that are done one after the other, on whichever thread is free. Safe for many threads. What bounds them is the
 * longest turn, beyond which audio is refused before it becomes a task.
 */
final class SerialTasks {

    private final Executor threads;
    private final Progress progress;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    SerialTasks(Executor threads, Progress progress) {
        this.threads = threads;
        this.progress = progress;
    }

    /** Does a task after those before it. */
    void add(Runnable task) {
        progress.begun();
        synchronized (waiting) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        threads.execute(this::run);
    }

    /** Returns whether there is more to do after what is being done. */
    boolean isBehind() {
        synchronized (waiting) {
            return !waiting.isEmpty();
        }
    }

    /** Does one and then lets others have the thread. */
    private void run() {
        Runnable task = next();
        if (task == null) {
            return;
        }
        try {
            task.run();
        } finally {
            progress.done();
            threads.execute(this::run);
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            Runnable task = waiting.poll();
            running = task != null;
            return task;
        }
    }
}
