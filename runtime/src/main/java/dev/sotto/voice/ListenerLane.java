package dev.sotto.voice;

import dev.sotto.engine.EngineAdapter;
import dev.sotto.speech.Hints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Has a listener work on the threads of its engine, one thing after the other in the order in which they were asked for.
 * All that waits is done in one go, so that a listener who was held up catches up. Confined to the line's event loop.
 */
final class ListenerLane {

    /** Audio that may wait before nothing more is read from the client: one second. */
    static final int MOST_WAITING_MILLIS = 1_000;

    private final Listener listener;
    private final EngineAdapter engine;
    private final Executor loop;
    private final int burden;
    private final Owner owner;
    private final Deque<Work> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean running;
    private boolean closed;
    private boolean burdened;

    /** Whoever wants to know. */
    interface Owner {

        /** Something was noticed. */
        void noticed(List<Noticed> noticed);

        /** There is too much to listen to, or no longer. */
        void burdened(Burden burden);

        /** The engine has failed or has no room. */
        void failed(Throwable fault);
    }

    /** Whether more audio waits than should. */
    enum Burden {
        LIGHT,
        HEAVY
    }

    /**
     * @param loop runs a task on the line's event loop
     * @param bytesPerSecond of the audio that comes in
     */
    ListenerLane(Listener listener, EngineAdapter engine, Executor loop, int bytesPerSecond, Owner owner) {
        this.listener = listener;
        this.engine = engine;
        this.loop = loop;
        this.burden = bytesPerSecond * MOST_WAITING_MILLIS / 1000;
        this.owner = owner;
    }

    /** Listens to audio, which belongs to the lane from here on. */
    void hear(byte[] audio) {
        if (closed) {
            Arrays.fill(audio, (byte) 0);
            return;
        }
        waitingBytes += audio.length;
        waiting.add(new Audio(audio));
        weigh();
        next();
    }

    /** Has the recogniser make itself ready for a turn. */
    void prepare(Hints hints) {
        ask(listener -> {
            listener.prepare(hints);
            return List.of();
        });
    }

    /** Begins a turn. */
    void listen(long since, Hints hints) {
        ask(listener -> listener.listen(since, hints));
    }

    /** Ends the turn under way; what was said is told. */
    void finish() {
        ask(Listener::finish);
    }

    /** Forgets the turn under way. */
    void discard() {
        ask(listener -> {
            listener.discard();
            return List.of();
        });
    }

    /** Ends the lane and the listener; nothing is told any more. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        wipeWaiting();
        if (!running) {
            closeListener();
        }
    }

    private void ask(Work work) {
        if (!closed) {
            waiting.add(work);
            next();
        }
    }

    private void next() {
        if (running || waiting.isEmpty()) {
            return;
        }
        running = true;
        List<Work> batch = new ArrayList<>(waiting);
        waiting.clear();
        waitingBytes = 0;
        engine.call(() -> work(batch))
                .onComplete(
                        noticed -> loop.execute(() -> done(() -> owner.noticed(noticed))),
                        fault -> loop.execute(() -> {
                            batch.forEach(Work::drop);
                            done(() -> owner.failed(fault));
                        }));
    }

    private void done(Runnable telling) {
        running = false;
        if (closed) {
            closeListener();
            return;
        }
        telling.run();
        if (!closed) {
            weigh();
            next();
        }
    }

    private List<Noticed> work(List<Work> batch) {
        List<Noticed> noticed = new ArrayList<>();
        for (Work work : batch) {
            noticed.addAll(work.with(listener));
        }
        return noticed;
    }

    private void weigh() {
        boolean heavy = waitingBytes > burden;
        if (heavy != burdened) {
            burdened = heavy;
            owner.burdened(heavy ? Burden.HEAVY : Burden.LIGHT);
        }
    }

    private void wipeWaiting() {
        waiting.forEach(Work::drop);
        waiting.clear();
        waitingBytes = 0;
    }

    private void closeListener() {
        engine.call(() -> {
                    listener.close();
                    return List.<Noticed>of();
                })
                .onFailure(fault -> listener.close());
    }

    /** Something for the listener to do. */
    @FunctionalInterface
    private interface Work {

        List<Noticed> with(Listener listener);

        /** It will not be done: whatever was said in it is forgotten. */
        default void drop() {}
    }

    private static final class Audio implements Work {

        private final byte[] audio;

        Audio(byte[] audio) {
            this.audio = audio;
        }

        @Override
        public List<Noticed> with(Listener listener) {
            return listener.hear(audio);
        }

        @Override
        public void drop() {
            Arrays.fill(audio, (byte) 0);
        }
    }
}
