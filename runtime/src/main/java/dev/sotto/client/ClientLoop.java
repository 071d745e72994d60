package dev.sotto.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.function.Supplier;

/** The one event loop that clients of a command run on. */
public final class ClientLoop {

    private ClientLoop() {}

    /** Starts it. It writes no files. */
    public static Vertx start() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    /**
     * Does something on an event loop, whoever calls. A request that is made on another thread can be answered before
     * anybody listens, and then waits for ever.
     */
    public static <T> Future<T> run(Vertx vertx, Supplier<Future<T>> what) {
        Promise<T> done = Promise.promise();
        vertx.getOrCreateContext().runOnContext(begun -> what.get().onComplete(done));
        return done.future();
    }
}
