package dev.sotto.bench;

import dev.sotto.nlu.evaluation.Percentile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Plays a call on so many lines at once, each at its own pace, and takes how long after the end of each piece with a voice
 * it was heard. As many threads listen as there are processors. Blocking.
 */
final class Streams {

    private static final double NANOS_PER_MS = 1e6;

    /** What is played before anything counts. */
    private static final int WARM_UP_CHUNKS = 15;

    private final SpokenCall call;
    private final int processors;
    private final int chunks;

    Streams(SpokenCall call, int processors, Duration length) {
        this.call = call;
        this.processors = processors;
        this.chunks = (int) length.dividedBy(SpokenCall.CHUNK);
    }

    /** Returns the milliseconds within which nineteen of twenty pieces with a voice were heard. */
    double p95(Hearing.Side side, int lines) {
        DelayQueue<Due> queue = new DelayQueue<>();
        List<Stream> streams = new ArrayList<>();
        long start = System.nanoTime() + SpokenCall.CHUNK.toNanos();
        for (int i = 0; i < lines; i++) {
            // Not all at the same moment, nor at the same place of the call.
            long offset = SpokenCall.CHUNK.toNanos() * i / lines;
            Stream stream = new Stream(side.open(), (long) call.chunks() * i / lines, start + offset);
            streams.add(stream);
            queue.add(stream.next());
        }
        ExecutorService threads = Executors.newFixedThreadPool(processors);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < processors; i++) {
                working.add(threads.submit(() -> work(queue, streams)));
            }
            for (Future<?> each : working) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a line broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
            streams.forEach(stream -> stream.hearing.close());
        }
        double[] late = streams.stream()
                .flatMap(stream -> stream.late.stream())
                .mapToDouble(nanos -> nanos / NANOS_PER_MS)
                .sorted()
                .toArray();
        return Percentile.of(0.95, late);
    }

    private void work(DelayQueue<Due> queue, List<Stream> streams) {
        while (streams.stream().anyMatch(stream -> stream.played < chunks)) {
            Due due;
            try {
                due = queue.poll(SpokenCall.CHUNK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (due != null && due.stream().played < chunks) {
                due.stream().play(due.nanos());
                queue.add(due.stream().next());
            }
        }
    }

    private record Due(Stream stream, long nanos) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(nanos, ((Due) other).nanos);
        }
    }

    /** One line; the queue hands it from thread to thread. */
    private final class Stream {

        private final Hearing hearing;
        private final long first;
        private final long start;
        private final List<Long> late = new ArrayList<>();
        private volatile int played;

        Stream(Hearing hearing, long first, long start) {
            this.hearing = hearing;
            this.first = first;
            this.start = start;
        }

        Due next() {
            return new Due(this, start + played * SpokenCall.CHUNK.toNanos());
        }

        void play(long due) {
            long number = first + played;
            call.play(number, hearing);
            if (played >= WARM_UP_CHUNKS && call.isVoiced(number)) {
                late.add(System.nanoTime() - due);
            }
            int next = played + 1;
            played = next;
        }
    }
}
