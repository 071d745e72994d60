package dev.sotto.session;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.metrics.Bound;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import dev.sotto.turn.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whoever hears a session: the connection that is attached, if one is, and the requests that wait for their answer, both
 * fed from the log of outputs. Confined to the session's event loop.
 */
final class Audience {

    private static final EventLog LOG = EventLog.of(Component.SESSION);

    private final SessionId session;
    private final OutputLog log;
    private final int mostRequests;
    private final Metrics metrics;
    private @Nullable Outlet attached;
    private List<Collector> requests = List.of();

    /**
     * @param mostRequests how many requests may wait; one more is refused as {@code busy.session}
     */
    Audience(SessionId session, OutputLog log, int mostRequests, Metrics metrics) {
        this.metrics = metrics;
        this.session = session;
        this.log = log;
        this.mostRequests = mostRequests;
    }

    /** Returns whether this is the connection that is attached. */
    boolean isAttached(Outlet outlet) {
        return outlet == attached;
    }

    boolean isAnybodyAttached() {
        return attached != null;
    }

    /** Attaches a connection and tells it everything that is kept; returns whether it took another one's place. */
    boolean attach(Outlet newcomer, Admission admission) {
        Outlet before = attached;
        attached = newcomer;
        if (before != null) {
            tell(before, Outlet::replaced);
        }
        tell(newcomer, outlet -> outlet.admitted(admission));
        for (Envelope<Output> output : log.kept()) {
            if (isAttached(newcomer)) {
                tell(newcomer, outlet -> outlet.deliver(output));
            }
        }
        return before != null;
    }

    void detach() {
        attached = null;
    }

    /** Adds a request that waits for what an input causes, and gives it what is kept of that. */
    Collector collect(long cause) {
        prune();
        if (requests.size() >= mostRequests) {
            throw new RefusedException(RefusalCode.BUSY_SESSION);
        }
        Collector collector = new Collector(cause);
        log.causedBy(cause).forEach(collector::deliver);
        List<Collector> more = new ArrayList<>(requests);
        more.add(collector);
        requests = more;
        return collector;
    }

    /** Gives an output its number, logs it and delivers it. */
    Envelope<Output> send(Output output, long turn, long cause) {
        Envelope<Output> envelope = new Envelope<>(
                session,
                log.last() + 1,
                turn,
                cause,
                OptionalLong.empty(),
                output.dataClass(),
                Optional.empty(),
                output);
        if (log.append(envelope)) {
            metrics.boundReached(Bound.REPLAY);
        }
        everybody(outlet -> outlet.deliver(envelope));
        return envelope;
    }

    void refuse(Refusal refusal, OptionalLong cause) {
        everybody(outlet -> outlet.refused(refusal, cause));
    }

    /** Tells everybody that it is over, and lets go of them. */
    void over(EndReason reason) {
        everybody(outlet -> outlet.over(reason));
        attached = null;
        requests = List.of();
    }

    private void everybody(Consumer<Outlet> message) {
        Outlet connection = attached;
        if (connection != null) {
            tell(connection, message);
        }
        requests.forEach(message);
        prune();
    }

    private void prune() {
        if (!requests.isEmpty()) {
            requests = requests.stream().filter(request -> !request.isDone()).toList();
        }
    }

    /** A connection that fails is let go; the session does not suffer from it. */
    private void tell(Outlet outlet, Consumer<Outlet> message) {
        try {
            message.accept(outlet);
        } catch (RuntimeException fault) {
            LOG.fault(Event.CONNECTION_CLOSED, fault, Field.session(session));
            if (outlet == attached) {
                attached = null;
            }
        }
    }
}
