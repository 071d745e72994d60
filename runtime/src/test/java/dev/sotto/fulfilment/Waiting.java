package dev.sotto.fulfilment;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for futures in a test's thread, which is no event loop. */
final class Waiting {

    private Waiting() {}

    static <T> T on(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no result in time", e);
        }
    }

    /** For what a client that has gone makes fail. */
    static void ignore(Future<?> future) {
        future.onFailure(gone -> {});
    }
}
