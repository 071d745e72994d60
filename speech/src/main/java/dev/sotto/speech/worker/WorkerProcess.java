package dev.sotto.speech.worker;

import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.RecognizerFailedException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One worker, seen from the process that started it. Safe for many threads. Two threads of its own read and write its
 * pipes, so that nobody else ever waits for a pipe.
 */
final class WorkerProcess {

    /** Most bytes of audio on their way; a worker that lags so far behind counts as lost. */
    static final long MAX_QUEUED = 64L << 20;

    /** For how many kinds of streams it is made ready; what comes later is loaded when it is needed. */
    private static final int MAX_WARMED = 256;

    private final Process process;
    private final Consumer<WorkerProcess> whenLost;
    private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
    private final AtomicLong queued = new AtomicLong();
    private final Map<Integer, Inbox> inboxes = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<Message.Warm> warmed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread reader;
    private final Thread writer;
    private volatile Message.@Nullable Ready firstWord;
    private volatile Message.@Nullable Pong lastPong;
    private volatile boolean retiring;
    private final Pulse pulse;

    private WorkerProcess(Process process, Consumer<WorkerProcess> whenLost) {
        this.process = process;
        this.whenLost = whenLost;
        this.pulse = new Pulse(process.pid());
        this.reader = new Thread(this::read, "worker-" + process.pid() + "-read");
        this.writer = new Thread(this::write, "worker-" + process.pid() + "-write");
    }

    private void begin() {
        reader.setDaemon(true);
        writer.setDaemon(true);
        reader.start();
        writer.start();
    }

    /**
     * Starts a worker and waits until it is ready.
     *
     * @param whenLost called once, by any thread, when it is there no longer
     * @throws RecognizerFailedException if it does not start, or cannot listen on this machine
     */
    static WorkerProcess start(WorkerSettings settings, Consumer<WorkerProcess> whenLost) {
        ProcessBuilder builder = new ProcessBuilder(settings.command());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        WorkerProcess worker;
        try {
            worker = new WorkerProcess(builder.start(), whenLost);
        } catch (IOException e) {
            throw new RecognizerFailedException(
                    Reason.UNAVAILABLE, "a recogniser's process cannot be started; is Java still where it was?");
        }
        worker.begin();
        worker.awaitReady(settings);
        return worker;
    }

    private void awaitReady(WorkerSettings settings) {
        try {
            if (!ready.await(settings.startWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                end();
                throw new RecognizerFailedException(
                        Reason.UNAVAILABLE,
                        "a recogniser's process was not ready after "
                                + settings.startWithin().toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            throw new RecognizerFailedException(Reason.UNAVAILABLE, "nobody waits for the recogniser any longer");
        }
        Message.Ready word = firstWord;
        if (word == null) {
            end();
            throw new RecognizerFailedException(
                    Reason.UNAVAILABLE,
                    "a recogniser's process ended, or said what it should not, before it was ready");
        }
        if (!word.trouble().isEmpty()) {
            end();
            throw new RecognizerFailedException(Reason.UNAVAILABLE, word.trouble());
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isLost() {
        return lost.get();
    }

    /** Returns whether it shall get no more streams. */
    boolean isRetiring() {
        return retiring;
    }

    /** Gives it no more streams; with the last one it ends. */
    void retire() {
        retiring = true;
        endIfDone();
    }

    Pulse pulse() {
        return pulse;
    }

    /** Returns what it said last about itself, or null. */
    Message.@Nullable Pong lastPong() {
        return lastPong;
    }

    int streams() {
        return inboxes.size();
    }

    /** Returns the number of a new stream, whose messages go to an inbox. */
    int attach(Inbox inbox) {
        int number = numbers.incrementAndGet();
        inboxes.put(number, inbox);
        if (lost.get()) {
            inbox.lose();
        }
        return number;
    }

    void detach(int number) {
        inboxes.remove(number);
        send(new Message.Close(number));
        endIfDone();
    }

    /** Has it load what streams need, unless it was told to before. */
    void warm(Message.Warm wanted) {
        if (warmed.size() < MAX_WARMED && warmed.add(wanted)) {
            send(wanted);
        }
    }

    /** Sends a message, in order and without waiting. What is lost on the way is the worker's loss too. */
    void send(Message message) {
        if (message instanceof Message.Audio audio && queued.addAndGet(audio.audio().length) > MAX_QUEUED) {
            end();
        }
        queue.add(message);
        if (lost.get()) {
            wipeQueue();
        }
    }

    /** Ends it, whatever it is doing. Harmless if it is gone. */
    void end() {
        process.destroyForcibly();
        lose();
    }

    private void endIfDone() {
        if (retiring && inboxes.isEmpty()) {
            end();
        }
    }

    private void lose() {
        if (lost.compareAndSet(false, true)) {
            writer.interrupt();
            ready.countDown();
            wipeQueue();
            inboxes.values().forEach(Inbox::lose);
            whenLost.accept(this);
        }
    }

    private void wipeQueue() {
        for (Message message = queue.poll(); message != null; message = queue.poll()) {
            wipe(message);
        }
    }

    private static void wipe(Message message) {
        if (message instanceof Message.Audio audio) {
            audio.wipe();
        }
    }

    private void write() {
        Block block = new Block();
        try {
            while (!lost.get()) {
                add(queue.take(), block);
                for (Message more = queue.poll(); more != null; more = queue.poll()) {
                    add(more, block);
                }
                block.writeTo(process.getOutputStream());
            }
        } catch (IOException | InterruptedException e) {
            end();
        } finally {
            block.wipe();
            wipeQueue();
        }
    }

    private void add(Message message, Block block) throws IOException {
        try {
            if (!block.add(message)) {
                block.writeTo(process.getOutputStream());
                if (!block.add(message)) {
                    throw new IllegalStateException("a message that is larger than a block");
                }
            }
        } finally {
            if (message instanceof Message.Audio audio) {
                queued.addAndGet(-audio.audio().length);
            }
            wipe(message);
        }
    }

    private void read() {
        Block block = new Block();
        try {
            while (!lost.get()) {
                block.readFrom(process.getInputStream(), this::take);
            }
        } catch (EOFException | RubbishException e) {
            end();
        } catch (IOException e) {
            end();
        }
    }

    private void take(Message message) {
        if (message instanceof Message.Ready word) {
            if (firstWord != null) {
                throw new RubbishException("a worker that is ready twice");
            }
            firstWord = word;
            ready.countDown();
        } else if (firstWord == null) {
            throw new RubbishException("a worker that talks before it is ready");
        } else if (message instanceof Message.Pong pong) {
            lastPong = pong;
            pulse.answered(pong);
        } else if (message.stream() > 0
                && (message instanceof Message.Partial
                        || message instanceof Message.Result
                        || message instanceof Message.Forgot
                        || message instanceof Message.Failed)) {
            Inbox inbox = inboxes.get(message.stream());
            if (inbox != null) {
                inbox.put(message);
            }
        } else {
            throw new RubbishException("a message that workers are told and do not say");
        }
    }
}
