package dev.sotto.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A blocking call that begins when it is let in and returns when it is told to. Safe for any thread. */
public final class ScriptedWork<T> implements Callable<T> {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final T result;

    public ScriptedWork(T result) {
        this.result = result;
    }

    @Override
    public T call() throws InterruptedException {
        begun.countDown();
        await(released);
        return result;
    }

    /** Waits until the call is running. */
    public void awaitBegin() throws InterruptedException {
        await(begun);
    }

    /** Returns whether the call was ever made. */
    public boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** Lets the call return. */
    public void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing happened for " + PATIENCE_SECONDS + " seconds");
        }
    }
}
