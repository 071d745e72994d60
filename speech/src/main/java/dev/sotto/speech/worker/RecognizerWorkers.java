package dev.sotto.speech.worker;

import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.RecognizerFailedException.Reason;
import dev.sotto.speech.embedded.EarPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The processes that listen: one for all streams, and one that is ready to take its place. Native code that crashes, hangs
 * or grows costs a process and not the server; the streams of it go on in the other one, from the audio of their turns that
 * is kept here, and hear the same. Safe for many threads.
 */
public final class RecognizerWorkers implements AutoCloseable {

    /** How often workers are looked at. */
    private static final Duration LOOK = Duration.ofMillis(50);

    /** How many looks are left out while nobody speaks. */
    private static final int QUIET_LOOKS = 20;

    /** For how many kinds of streams a new worker is made ready. */
    private static final int MAX_WARM = 8;

    /** Until the streams of a worker that was lost have caught up; a process that starts would take their time. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(1);

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final WorkerSettings settings;
    private final ScheduledThreadPoolExecutor looks = executor("sotto-workers");
    private final ScheduledThreadPoolExecutor starts = executor("sotto-workers-start");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<WorkerProcess> retiring = new ArrayList<>();
    private final Set<Message.Warm> warm = new LinkedHashSet<>();
    private @Nullable WorkerProcess current;
    private @Nullable WorkerProcess spare;
    private @Nullable Future<?> looking;
    private @Nullable Future<?> nextStart;
    private boolean starting;
    private boolean closed;
    private int lost;
    private int look;

    private RecognizerWorkers(WorkerSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts the first worker, waits until it is ready, and has another one started.
     *
     * @throws RecognizerFailedException if it does not start, or cannot listen on this machine; the message says why
     */
    public static RecognizerWorkers start(WorkerSettings settings) {
        RecognizerWorkers workers = new RecognizerWorkers(settings);
        try {
            WorkerProcess first = WorkerProcess.start(settings, workers::lost);
            workers.lock.lock();
            try {
                workers.current = first;
                workers.startSpare(Duration.ZERO);
            } finally {
                workers.lock.unlock();
            }
        } catch (RecognizerFailedException e) {
            workers.close();
            throw e;
        }
        workers.looking = workers.looks.scheduleWithFixedDelay(
                workers::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return workers;
    }

    /** Returns what hears with an ear. Its streams are each confined to one thread at a time. */
    public Recognizer recognizer(EarPlan ear) {
        return new WorkerRecognizer(this, ear);
    }

    /** Returns what there is of workers. */
    public WorkerFigures figures() {
        lock.lock();
        try {
            return WorkerFigures.of(all(), lost);
        } finally {
            lock.unlock();
        }
    }

    /** Ends all workers. Streams that are open fail at their next call. */
    @Override
    public void close() {
        List<WorkerProcess> all;
        lock.lock();
        try {
            closed = true;
            all = all();
            Stream.of(looking, nextStart).filter(Objects::nonNull).forEach(task -> task.cancel(false));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        looks.shutdownNow();
        starts.shutdownNow();
        all.forEach(WorkerProcess::end);
    }

    /**
     * Returns the worker for a new stream, or for one that lost its own.
     *
     * @throws RecognizerFailedException if there is none and none comes
     */
    WorkerProcess worker() {
        lock.lock();
        try {
            long left = settings.startWithin().toNanos();
            while (!closed && left > 0) {
                Optional<WorkerProcess> usable = usable();
                if (usable.isPresent()) {
                    return usable.get();
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        throw new RecognizerFailedException(Reason.LOST, "the recogniser's process was lost and no other one is there");
    }

    /** Has the worker, and the one in reserve, load what a stream needs. */
    void warm(Message.Warm wanted) {
        lock.lock();
        try {
            if (warm.size() >= MAX_WARM && !warm.contains(wanted)) {
                warm.remove(warm.iterator().next());
            }
            warm.add(wanted);
            Stream.of(current, spare).filter(Objects::nonNull).forEach(worker -> worker.warm(wanted));
        } finally {
            lock.unlock();
        }
    }

    private Optional<WorkerProcess> usable() {
        if (current == null || current.isLost()) {
            current = spare;
            spare = null;
            replaceSpare();
        }
        return Optional.ofNullable(current).filter(worker -> !worker.isLost());
    }

    private void replaceSpare() {
        startSpare(current == null ? Duration.ZERO : CATCHING_UP);
    }

    private void startSpare(Duration wait) {
        if (!starting && !closed && spare == null) {
            starting = true;
            nextStart = starts.schedule(() -> start(wait), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void start(Duration waited) {
        WorkerProcess started = null;
        try {
            started = WorkerProcess.start(settings, this::lost);
        } catch (RecognizerFailedException e) {
            started = null; // Tried again below, a little later each time.
        }
        lock.lock();
        try {
            starting = false;
            if (closed) {
                if (started != null) {
                    started.end();
                }
            } else if (started == null) {
                startSpare(longer(waited));
            } else if (current == null) {
                current = started;
                startSpare(Duration.ZERO);
            } else {
                spare = started;
                warm.forEach(started::warm);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        if (twice.compareTo(FIRST_WAIT) < 0) {
            return FIRST_WAIT;
        }
        return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }

    private void lost(WorkerProcess worker) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            boolean meant = retiring.remove(worker) && worker.streams() == 0;
            if (!meant) {
                lost++;
            }
            if (worker == spare) {
                spare = null;
            }
            if (worker == current) {
                current = spare;
                spare = null;
            }
            replaceSpare();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        List<WorkerProcess> all;
        lock.lock();
        try {
            all = all();
        } finally {
            lock.unlock();
        }
        look++;
        boolean quiet = all.stream().allMatch(worker -> worker.streams() == 0);
        if (!quiet || look % QUIET_LOOKS == 0) {
            all.forEach(this::look);
        }
    }

    private void look(WorkerProcess worker) {
        worker.pulse().look().ifPresent(worker::send);
        if (worker.pulse().hasStopped()) {
            worker.end();
            return;
        }
        Message.Pong pong = worker.lastPong();
        if (pong != null && pong.resident() > settings.endAbove()) {
            worker.end();
        } else if (pong != null && pong.resident() > settings.recycleAbove()) {
            recycle(worker);
        }
    }

    /** Only if there is another one: a large worker is better than none. */
    private void recycle(WorkerProcess worker) {
        lock.lock();
        try {
            if (worker != current || spare == null) {
                return;
            }
            retiring.add(worker);
            current = spare;
            spare = null;
            startSpare(Duration.ZERO);
        } finally {
            lock.unlock();
        }
        worker.retire();
    }

    private List<WorkerProcess> all() {
        List<WorkerProcess> all = new ArrayList<>(retiring);
        if (current != null) {
            all.add(current);
        }
        if (spare != null) {
            all.add(spare);
        }
        return all;
    }

    private static ScheduledThreadPoolExecutor executor(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, runnable -> {
            Thread thread = new Thread(runnable, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }
}
