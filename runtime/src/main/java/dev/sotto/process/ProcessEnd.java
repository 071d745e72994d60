package dev.sotto.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends processes that were started here. Blocking. */
public final class ProcessEnd {

    private ProcessEnd() {}

    /** Ends a process as an operator would, and by force if it takes longer than that or nobody waits any more. */
    public static void of(Process process, Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
