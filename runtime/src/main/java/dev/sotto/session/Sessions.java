package dev.sotto.session;

import dev.sotto.access.Proof;
import dev.sotto.access.RandomText;
import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.Pseudonym;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.metrics.Bound;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Secret;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import dev.sotto.turn.SessionId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The sessions of this node: opens them, finds them again, ends them. Safe for any thread; nothing here waits. A future
 * completes on the event loop of whoever called; it fails as refused, with a code of the protocol.
 */
public final class Sessions {

    private static final int ID_BYTES = 16;
    private static final String AUTOMATIC = "auto";

    private final Surroundings around;
    private final SessionLimits limits;
    private final Map<SessionId, Session> byId = new ConcurrentHashMap<>();
    private final Map<Identity, Session> byIdentity = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Promise<Void> drained = Promise.promise();
    private volatile boolean draining;

    public Sessions(Surroundings around, SessionLimits limits) {
        this.around = around;
        this.limits = limits;
        around.metrics().bound(Bound.SESSIONS, limits.most(), this::size);
        around.metrics().boundLimit(Bound.MAILBOX, limits.mailbox());
        around.metrics().boundLimit(Bound.REPLAY, limits.replay());
    }

    /**
     * Opens a session for a connection, or attaches it to the one that the same principal opened with the same bot,
     * locale and client's id.
     *
     * @return fails as {@code bot.unknown}, {@code locale.unknown}, {@code busy.sessions} or {@code server.draining}
     */
    public Future<Attachment> open(Opening opening, Outlet outlet) {
        return seated(opening, session -> on(session, () -> session.enter(outlet)));
    }

    /**
     * Opens a session that is reached by requests, or finds the one that was opened before.
     *
     * @return fails as {@link #open} does
     */
    public Future<Opened> openForRequests(Opening opening) {
        Executor caller = around.loops().get();
        return seated(
                opening,
                session -> on(session, session::enterForRequests)
                        .compose(entrance -> handedTo(caller, entrance.answer().future())
                                .map(outputs -> new Opened(entrance.admission(), outputs))));
    }

    /**
     * Attaches a connection to a session after a loss.
     *
     * @param key the newest resume key that the client has
     * @param seen the number of the last output that it has handled
     * @return fails as {@code session.unknown}, {@code session.expired}, {@code key.invalid} or {@code server.draining}
     */
    public Future<Attachment> attach(SessionId id, Secret key, long seen, Outlet outlet) {
        return with(id, session -> on(session, () -> session.resume(outlet, key, seen)));
    }

    /**
     * Takes an input of a request.
     *
     * @return the outputs of its turn, once it is done. Fails as {@code session.unknown}, {@code session.expired},
     *     {@code key.invalid}, {@code frame.gap}, {@code rate.limited}, {@code server.draining}, {@code fault} or, with
     *     the input not taken, as {@code busy.session} or {@code busy.nlu}
     */
    public Future<List<Envelope<Output>>> turn(SessionId id, Secret key, long sequence, Input input) {
        Executor caller = around.loops().get();
        return with(
                id,
                session -> on(session, () -> session.turn(key, sequence, input))
                        .compose(answer -> handedTo(caller, answer.future())));
    }

    /**
     * Ends a session for whoever has its key.
     *
     * @return fails as {@code session.unknown}, {@code session.expired} or {@code key.invalid}
     */
    public Future<Void> close(SessionId id, Secret key) {
        return with(
                id,
                session -> on(session, () -> {
                            session.close(key);
                            return session;
                        })
                        .mapEmpty());
    }

    /**
     * Lets the sessions come to their end: no new one begins, turns under way are finished, then each ends.
     *
     * @param patience after which the turns that still are under way are given up
     * @return completes when the last session is over
     */
    public Future<Void> drain(Duration patience) {
        if (!draining) {
            draining = true;
            around.audit().record(new AuditEvent.DrainStarted(size()));
            byId.values().forEach(session -> session.run(session::drain));
            around.timers()
                    .after(
                            patience,
                            () -> byId.values().forEach(session -> session.run(() -> session.end(EndReason.DRAINED))));
            tellIfDrained();
        }
        Executor caller = around.loops().get();
        return handedTo(caller, drained.future());
    }

    /** Returns how many sessions there are, attached or not. */
    public int size() {
        return size.get();
    }

    /** Finds or makes the session of an opening and does something with it; once more if it ended meanwhile. */
    private <T> Future<T> seated(Opening opening, Function<Session, Future<T>> todo) {
        Session session;
        try {
            session = seat(opening);
        } catch (RefusedException e) {
            return refused(opening, e);
        }
        return todo.apply(session).recover(fault -> {
            boolean hasEnded = fault instanceof RefusedException && byId.get(idOf(session)) != session;
            return hasEnded && !draining ? seated(opening, todo) : Future.failedFuture(fault);
        });
    }

    private <T> Future<T> refused(Opening opening, RefusedException e) {
        around.audit()
                .record(new AuditEvent.SessionRefused(
                        pseudonym(opening), e.refusal().code()));
        return Future.failedFuture(e);
    }

    private Session seat(Opening opening) {
        if (draining) {
            throw new RefusedException(RefusalCode.SERVER_DRAINING);
        }
        if (!opening.principal().mayTalkTo(opening.bot())) {
            throw new RefusedException(RefusalCode.BOT_UNKNOWN);
        }
        BotLease lease =
                around.bots().apply(opening.bot()).orElseThrow(() -> new RefusedException(RefusalCode.BOT_UNKNOWN));
        Session session;
        try {
            session = seat(opening, lease);
        } catch (RefusedException e) {
            lease.close();
            throw e;
        }
        if (session.party().lease() != lease) {
            lease.close();
        }
        return session;
    }

    private Session seat(Opening opening, BotLease lease) {
        CompiledLocale bot = localeOf(opening, lease);
        Optional<Identity> identity = identityOf(opening, bot.bot().locale());
        Optional<Session> known = identity.map(byIdentity::get);
        if (known.isPresent()) {
            return known.get();
        }
        if (size.incrementAndGet() > limits.most()) {
            size.decrementAndGet();
            around.metrics().boundReached(Bound.SESSIONS);
            throw new RefusedException(RefusalCode.BUSY_SESSIONS);
        }
        Party party = new Party(
                new SessionId(RandomText.ofBytes(ID_BYTES)),
                opening.principal(),
                pseudonym(opening),
                identity,
                lease,
                bot);
        Session made = new Session(party, around, limits, around.loops().get(), this::ended);
        Optional<Session> rival = identity.map(same -> byIdentity.putIfAbsent(same, made));
        if (rival.isPresent()) {
            size.decrementAndGet();
            return rival.get();
        }
        byId.put(party.session(), made);
        if (draining) {
            made.run(made::drain);
        }
        return made;
    }

    private static CompiledLocale localeOf(Opening opening, BotLease lease) {
        Optional<String> wish = opening.locale().filter(tag -> !tag.equals(AUTOMATIC));
        if (wish.isEmpty()) {
            return lease.version().main();
        }
        return lease.version()
                .locale(Locale.forLanguageTag(wish.get()))
                .orElseThrow(() -> new RefusedException(RefusalCode.LOCALE_UNKNOWN));
    }

    private static Optional<Identity> identityOf(Opening opening, Locale locale) {
        // Every anonymous visitor is a principal of their own, so theirs would never be found again.
        return opening.client()
                .filter(client -> opening.principal().proof() != Proof.NONE)
                .map(client -> new Identity(
                        opening.principal().id(), opening.principal().person(), opening.bot(), locale, client));
    }

    private Pseudonym pseudonym(Opening opening) {
        return around.pseudonyms().of(opening.principal().id().value());
    }

    private <T> Future<T> with(SessionId id, Function<Session, Future<T>> todo) {
        Session session = byId.get(id);
        return session == null
                ? Future.failedFuture(new RefusedException(RefusalCode.SESSION_UNKNOWN))
                : todo.apply(session);
    }

    /** Does something on a session's event loop and brings the result back to the caller's. */
    private <T> Future<T> on(Session session, Supplier<T> work) {
        Executor caller = around.loops().get();
        Promise<T> promise = Promise.promise();
        session.run(() -> {
            try {
                T result = work.get();
                caller.execute(() -> promise.complete(result));
            } catch (RefusedException e) {
                caller.execute(() -> promise.fail(e));
            } catch (RuntimeException e) {
                RefusedException fault = new RefusedException(session.broken(e));
                caller.execute(() -> promise.fail(fault));
            }
        });
        return promise.future();
    }

    private static <T> Future<T> handedTo(Executor caller, Future<T> future) {
        Promise<T> promise = Promise.promise();
        future.onComplete(
                result -> caller.execute(() -> promise.complete(result)),
                fault -> caller.execute(() -> promise.fail(fault)));
        return promise.future();
    }

    private void ended(Session session) {
        Party party = session.party();
        party.identity().ifPresent(identity -> byIdentity.remove(identity, session));
        if (byId.remove(party.session()) != null) {
            size.decrementAndGet();
        }
        party.lease().close();
        tellIfDrained();
    }

    private void tellIfDrained() {
        if (draining && size() == 0 && drained.tryComplete()) {
            around.audit().record(new AuditEvent.Drained());
        }
    }

    private static SessionId idOf(Session session) {
        return session.party().session();
    }
}
