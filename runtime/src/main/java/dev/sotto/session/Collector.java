package dev.sotto.session;

import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** An outlet for one request: gathers what one input causes until its turn is done. Confined to the session's event loop. */
final class Collector implements Outlet {

    private final long cause;
    private final List<Envelope<Output>> gathered = new ArrayList<>(4);
    private final Promise<List<Envelope<Output>>> promise = Promise.promise();

    /**
     * @param cause the number of the input; 0 for the bot's opening
     */
    Collector(long cause) {
        this.cause = cause;
    }

    /** Returns what was gathered, once the turn is done; fails as refused if it is not going to be. */
    Future<List<Envelope<Output>>> future() {
        return promise.future();
    }

    /** Nothing more will come. */
    void finish() {
        promise.tryComplete(List.copyOf(gathered));
    }

    boolean isDone() {
        return promise.future().isComplete();
    }

    @Override
    public void admitted(Admission admission) {
        // A request is admitted by being answered.
    }

    @Override
    public void deliver(Envelope<Output> output) {
        if (output.cause() == cause) {
            gathered.add(output);
            if (output.body() instanceof Output.Done) {
                promise.tryComplete(List.copyOf(gathered));
            }
        }
    }

    @Override
    public void refused(Refusal refusal, OptionalLong about) {
        if (about.isEmpty() || about.getAsLong() == cause) {
            promise.tryFail(new RefusedException(refusal));
        }
    }

    @Override
    public void replaced() {
        // A request keeps nobody out and is not pushed out by anybody.
    }

    @Override
    public void over(EndReason reason) {
        promise.tryFail(new RefusedException(whenOver(reason)));
    }

    /** Returns how somebody is refused who comes to a session that has ended. */
    static RefusalCode whenOver(EndReason reason) {
        return switch (reason) {
            case EXPIRED -> RefusalCode.SESSION_EXPIRED;
            case DRAINED -> RefusalCode.SERVER_DRAINING;
            case COMPLETED, LEFT, TRANSFERRED, FAILED -> RefusalCode.SESSION_UNKNOWN;
        };
    }
}
