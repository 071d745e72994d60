package dev.sotto.bench;

import java.util.concurrent.locks.LockSupport;

/** A clock that can be waited for. */
interface Pace {

    /** Returns nanoseconds since some moment. */
    long nanos();

    /** Waits until this moment has come, or a little longer. Blocking. */
    void until(long nanos);

    /** Returns the machine's own. */
    static Pace real() {
        return new Pace() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void until(long nanos) {
                long left = nanos - System.nanoTime();
                while (left > 0) {
                    LockSupport.parkNanos(left);
                    left = nanos - System.nanoTime();
                }
            }
        };
    }
}
