package dev.sotto.speech.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/** Sends messages over a pipe, each at once. Safe for many threads; waits while the other side does not read. */
final class Answers {

    private final OutputStream out;
    private final Runnable broken;
    private final Block block = new Block();
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * @param broken what to do once nobody reads any longer
     */
    Answers(OutputStream out, Runnable broken) {
        this.out = out;
        this.broken = broken;
    }

    void send(Message message) {
        turn.lock();
        try {
            if (!block.add(message)) {
                throw new IllegalStateException("a message that is larger than a block");
            }
            block.writeTo(out);
        } catch (IOException e) {
            broken.run();
        } finally {
            turn.unlock();
        }
    }
}
