package dev.sotto.voice;

import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import java.util.function.Consumer;

/**
 * What an engine speaks into, and by which it is held up while enough is ready, or stopped. Safe for many threads; only
 * the engine's ever waits.
 */
final class SpeechSink implements FrameSink {

    private final long most;
    private final Consumer<AudioFrame> arrived;
    private boolean stopped;
    private long ahead;

    /**
     * @param most samples that may be ready and not yet sent
     * @param arrived takes each frame; must not wait
     */
    SpeechSink(long most, Consumer<AudioFrame> arrived) {
        this.most = most;
        this.arrived = arrived;
    }

    @Override
    public synchronized Next accept(AudioFrame frame) {
        try {
            while (!stopped && ahead >= most) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        if (stopped) {
            frame.wipe();
            return Next.STOP;
        }
        ahead += frame.samples();
        arrived.accept(frame);
        return Next.MORE;
    }

    /** So many samples were sent. */
    synchronized void taken(int samples) {
        ahead -= samples;
        notifyAll();
    }

    /** Nothing more is wanted. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
