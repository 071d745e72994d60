package dev.sotto.session;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Gives the Vert.x context of whoever asks, as something that runs tasks in order and never two at a time. */
public final class EventLoops implements Supplier<Executor> {

    private final Vertx vertx;

    public EventLoops(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Returns the context of the caller; for a thread that has none, one that Vert.x keeps for it. */
    @Override
    public Executor get() {
        Context context = vertx.getOrCreateContext();
        return task -> context.runOnContext(ignored -> task.run());
    }
}
