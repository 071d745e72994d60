package dev.sotto.speech.worker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much is to be done and how much was: from outside it shows whether anything moves. Safe for many threads. */
final class Progress {

    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicLong steps = new AtomicLong();

    void begun() {
        pending.incrementAndGet();
    }

    void moved() {
        steps.incrementAndGet();
    }

    void done() {
        steps.incrementAndGet();
        pending.decrementAndGet();
    }

    int pending() {
        return pending.get();
    }

    long steps() {
        return steps.get();
    }
}
