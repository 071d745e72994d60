package dev.sotto.speech.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Loads a model, which for a large one takes longer than a worker may seem to do nothing. A thread of its own tells
 * meanwhile that something is done, but not for ever.
 */
final class Loading {

    private static final Duration TOLD = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Loading() {}

    /**
     * Does some work.
     *
     * @param step run now and then meanwhile, by another thread
     */
    static void during(Runnable work, Runnable step) {
        CountDownLatch done = new CountDownLatch(1);
        Thread teller = new Thread(() -> tell(done, step), "loading");
        teller.setDaemon(true);
        teller.start();
        try {
            work.run();
        } finally {
            done.countDown();
        }
    }

    private static void tell(CountDownLatch done, Runnable step) {
        try {
            for (long told = 0; told < LONGEST.dividedBy(TOLD); told++) {
                if (done.await(TOLD.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                step.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
