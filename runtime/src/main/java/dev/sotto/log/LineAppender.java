package dev.sotto.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Renders events at once, in the thread that logs, and has one thread of its own write the lines, so that a reader of
 * standard error that stalls never stalls an event loop. When the queue is full a line is counted and dropped, and the
 * count is logged as soon as there is room. Safe for any thread.
 */
final class LineAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    /** Lines that wait for a slow reader: some 200 KiB. */
    static final int MAX_WAITING = 1024;

    private static final byte[] END = new byte[0];
    private static final long LAST_WORDS_MS = 500;

    private final OutputStream out;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer = new Thread(this::writeAll, "sotto-log");
    private volatile LogFormat format;

    LineAppender(OutputStream out, LogFormat format) {
        this.out = out;
        this.format = format;
        writer.setDaemon(true);
    }

    void format(LogFormat wanted) {
        format = wanted;
    }

    @Override
    public void start() {
        super.start();
        writer.start();
    }

    /** Lets the lines that wait be written, for half a second at most. */
    @Override
    public void stop() {
        if (!isStarted()) {
            return;
        }
        super.stop();
        try {
            if (waiting.offer(END, LAST_WORDS_MS, TimeUnit.MILLISECONDS)) {
                writer.join(LAST_WORDS_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (!waiting.offer(bytes(event))) {
            dropped.incrementAndGet();
        }
    }

    private void writeAll() {
        try {
            for (byte[] line = waiting.take(); line != END; line = waiting.take()) {
                write(line);
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    write(bytes(droppedEvent(lost)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(byte[] line) {
        try {
            out.write(line);
            out.flush();
        } catch (IOException e) {
            // Nobody reads standard error any more; there is nowhere left to say so.
            dropped.incrementAndGet();
        }
    }

    private byte[] bytes(ILoggingEvent event) {
        return format.line(event).getBytes(StandardCharsets.UTF_8);
    }

    private static ILoggingEvent droppedEvent(long lost) {
        LoggingEvent event = new LoggingEvent();
        event.setLevel(Level.WARN);
        event.setInstant(Instant.now());
        event.setLoggerName(Component.SERVER.loggerName());
        event.setArgumentArray(
                new Object[] {new Entry(Component.SERVER, Event.LOG_DROPPED, List.of(Field.count(lost)), null)});
        return event;
    }
}
