package dev.sotto.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Callable;

/** Does one thing on a thread of its own, while others do theirs. For the start, where there is no pool yet. */
final class Aside {

    private Aside() {}

    /** Begins at once. */
    static <T> Future<T> run(String name, Callable<T> work) {
        Promise<T> promise = Promise.promise();
        Thread thread = new Thread(
                () -> {
                    try {
                        promise.complete(work.call());
                    } catch (Throwable fault) {
                        // Errors too: somebody waits for the outcome.
                        promise.fail(fault);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return promise.future();
    }
}
