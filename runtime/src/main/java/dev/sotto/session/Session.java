package dev.sotto.session;

import dev.sotto.audit.AuditEvent;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.FaultId;
import dev.sotto.log.Field;
import dev.sotto.metrics.Stage;
import dev.sotto.metrics.TurnOutcome;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.retention.FinishedTurn;
import dev.sotto.sensitive.Secret;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session: an actor with a mailbox. Confined to its event loop; only {@link #run} may be called from elsewhere.
 *
 * <p>Connections come and go by {@link #enter}, {@link #resume} and {@link #detach}; inputs wait in the {@link Intake}
 * while the {@link Conversation} has one under way; outputs go into the {@link OutputLog} and to the {@link Audience}.
 */
final class Session implements Conversation.Host {

    private static final EventLog LOG = EventLog.of(Component.SESSION);

    private final Party party;
    private final Surroundings around;
    private final SessionLimits limits;
    private final Executor loop;
    private final Consumer<Session> whenOver;
    private final Conversation conversation;
    private final Intake intake;
    private final OutputLog log;
    private final Audience audience;
    private final Inlet inlet;
    private final ResumeKeys keys;
    private final Lifespan lifespan;

    private boolean begun;
    private boolean draining;
    private long lastTurn;
    private @Nullable EndReason over;

    Session(Party party, Surroundings around, SessionLimits limits, Executor loop, Consumer<Session> whenOver) {
        this.party = party;
        this.around = around;
        this.limits = limits;
        this.loop = loop;
        this.whenOver = whenOver;
        this.conversation = new Conversation(this, around, party);
        this.intake = new Intake(limits.mailbox());
        this.log = new OutputLog(limits.replay());
        this.audience = new Audience(party.session(), log, limits.mailbox() + 1, around.metrics());
        this.inlet = new Inlet(party.session(), around, audience, intake);
        this.keys = new ResumeKeys(around.timers());
        this.lifespan = new Lifespan(limits, around.timers(), this::run, this::expire);
    }

    Party party() {
        return party;
    }

    @Override
    public void run(Runnable task) {
        loop.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                turnFailed(fault);
            }
        });
    }

    /** Lets a connection in that has no key: the first one, or one that named the session as its principal's. */
    Attachment enter(Outlet newcomer) {
        demandAlive();
        attach(newcomer, keys.anew());
        begin();
        return new Attachment(this, newcomer);
    }

    /** Lets a connection back in. */
    Attachment resume(Outlet newcomer, Secret key, long seen) {
        demandAlive();
        if (!keys.accept(key)) {
            throw new RefusedException(RefusalCode.KEY_INVALID);
        }
        if (!log.reachesBackTo(seen)) {
            throw new RefusedException(RefusalCode.SESSION_UNKNOWN);
        }
        log.acknowledge(seen);
        attach(newcomer, keys.next());
        return new Attachment(this, newcomer);
    }

    /** Lets requests in. They are answered with the bot's opening or, if they come later, with the latest turn. */
    Entrance enterForRequests() {
        demandAlive();
        long latest = intake.received();
        Collector answer = audience.collect(latest);
        Admission admission = admission(keys.forRequests());
        lifespan.noticed();
        begin();
        if (!isUnderWay(latest)) {
            answer.finish();
        }
        return new Entrance(admission, answer);
    }

    /** What requests get when they are let in. */
    record Entrance(Admission admission, Collector answer) {}

    /** Takes an input that came by a request; returns what answers it. */
    Collector turn(Secret key, long sequence, Input input) {
        demandKey(key);
        boolean isNext = intake.standingOf(sequence) == Intake.Standing.NEXT;
        if (isNext && !audience.isAnybodyAttached() && conversation.current() == null) {
            // Nobody asks for an answer again once they have gone on to the next question.
            log.acknowledge(log.last());
        }
        Collector collector = audience.collect(sequence);
        if (sequence <= intake.received() && !collector.isDone() && !isUnderWay(sequence)) {
            throw new RefusedException(new Refusal.Plain(
                    RefusalCode.FRAME_GAP, "The frames of this seq are not kept any more: go on with the next one."));
        }
        take(sequence, input);
        return collector;
    }

    /** Ends the session for somebody with the key of requests. */
    void close(Secret key) {
        demandKey(key);
        leave(intake.received());
    }

    boolean isAttached(Outlet outlet) {
        return audience.isAttached(outlet);
    }

    /** Takes an input, or says why not. */
    void take(long sequence, Input input) {
        if (draining) {
            // The end is near and says it all.
            return;
        }
        if (input instanceof Input.Left) {
            if (sequence > intake.received()) {
                leave(sequence);
            }
        } else {
            inlet.offer(sequence, input);
            next();
        }
    }

    /** Takes an input that no client has counted, or says why not. */
    void takeSpoken(Input input) {
        if (draining) {
            return;
        }
        if (input instanceof Input.Left) {
            leave(intake.received());
        } else {
            inlet.offerSpoken(input);
            next();
        }
    }

    /** Refuses an input whose content is not acceptable. */
    void decline(long sequence, RefusalCode why) {
        if (!draining) {
            inlet.decline(sequence, why);
        }
    }

    void acknowledge(long upto) {
        log.acknowledge(upto);
    }

    void detach() {
        audience.detach();
        around.audit().record(new AuditEvent.SessionDetached(party.session()));
        if (limits.idle().isZero()) {
            end(EndReason.EXPIRED);
        }
    }

    /** Ends the session as soon as the turn under way is done. */
    void drain() {
        draining = true;
        if (conversation.current() == null) {
            end(EndReason.DRAINED);
        }
    }

    /** Ends the session now and wipes it. */
    void end(EndReason reason) {
        if (over != null) {
            return;
        }
        if (conversation.ended().isEmpty()) {
            audience.send(new Output.End(reason), lastTurn, 0);
        }
        over = reason;
        audience.over(reason);
        lifespan.stop();
        conversation.wipe();
        intake.wipe();
        log.wipe();
        keys.wipe();
        around.audit().record(new AuditEvent.SessionEnded(party.session(), reason));
        whenOver.accept(this);
    }

    @Override
    public void emit(Output output, Turn turn, long number) {
        lastTurn = number;
        turn.outputs.add(audience.send(output, number, turn.cause));
    }

    @Override
    public void turnAbandoned(Turn turn) {
        around.retention().offer(finished(turn));
    }

    @Override
    public void turnOver(Turn turn) {
        count(turn, turn.outcome);
        around.metrics().took(Stage.TOTAL, since(turn.arrived));
        LOG.debug(
                Event.TURN_DONE, Field.session(party.session()), Field.turn(lastTurn), Field.took(since(turn.arrived)));
        around.retention().offer(finished(turn));
        lifespan.active();
        if (conversation.ended().isPresent()) {
            end(conversation.ended().get());
        } else if (draining) {
            end(EndReason.DRAINED);
        } else {
            if (limits.idle().isZero()) {
                conversation.forget();
                log.wipe();
            }
            next();
        }
    }

    @Override
    public void turnRefused(Turn turn, Refusal why) {
        giveBack(turn, TurnOutcome.REFUSED, why);
    }

    @Override
    public void turnFailed(Throwable fault) {
        Refusal why = broken(fault);
        Turn turn = conversation.current();
        if (over != null) {
            return;
        }
        if (turn == null || turn.isIrrevocable()) {
            audience.refuse(why, OptionalLong.empty());
            end(EndReason.FAILED);
        } else {
            conversation.takeBack(turn);
            giveBack(turn, TurnOutcome.FAILED, why);
        }
    }

    /** Notes a fault; returns what a client is told of it. */
    Refusal broken(Throwable fault) {
        around.metrics().fault();
        FaultId id = LOG.fault(Event.TURN_FAILED, fault, Field.session(party.session()));
        return new Refusal.Fault(id.value());
    }

    private void begin() {
        if (!begun) {
            begun = true;
            around.metrics().sessionOpened();
            around.audit()
                    .record(new AuditEvent.SessionOpened(
                            party.session(),
                            party.pseudonym(),
                            party.lease().version().name(),
                            party.lease().version().id().value()));
            lifespan.begin();
            lifespan.busy();
            conversation.open();
        }
    }

    private void next() {
        if (over == null && conversation.current() == null) {
            Intake.Numbered first = intake.poll();
            if (first != null) {
                lifespan.busy();
                conversation.take(first);
            }
        }
    }

    private void leave(long sequence) {
        intake.overtake(sequence);
        conversation.leave(sequence);
    }

    private void expire(AuditEvent.Deadline deadline) {
        around.audit().record(new AuditEvent.SessionExpired(party.session(), deadline));
        end(EndReason.EXPIRED);
    }

    private void attach(Outlet newcomer, Secret key) {
        lifespan.noticed();
        if (audience.attach(newcomer, admission(key))) {
            around.audit().record(new AuditEvent.SessionReplaced(party.session()));
        }
        around.audit().record(new AuditEvent.SessionAttached(party.session()));
    }

    private void giveBack(Turn turn, TurnOutcome outcome, Refusal why) {
        count(turn, outcome);
        lifespan.active();
        if (turn.cause == 0) {
            inlet.refuseSpoken(why);
        } else {
            inlet.giveBack(turn.cause, why);
        }
        if (draining) {
            end(EndReason.DRAINED);
        }
    }

    private boolean isUnderWay(long sequence) {
        Turn turn = conversation.current();
        return (turn != null && turn.cause == sequence) || intake.isWaiting(sequence);
    }

    private void demandAlive() {
        if (over != null) {
            throw new RefusedException(Collector.whenOver(over));
        }
        if (draining) {
            throw new RefusedException(RefusalCode.SERVER_DRAINING);
        }
    }

    private void demandKey(Secret key) {
        demandAlive();
        if (!keys.isForRequests(key)) {
            throw new RefusedException(RefusalCode.KEY_INVALID);
        }
    }

    private Admission admission(Secret key) {
        return party.admission(key, intake.received(), limits);
    }

    private FinishedTurn finished(Turn turn) {
        return new FinishedTurn(party.principal().person(), turn.envelope(party.session(), lastTurn), turn.outputs);
    }

    private void count(Turn turn, TurnOutcome outcome) {
        around.metrics().turn(party.lease().version().name(), turn.intent, outcome);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(around.timers().nanos() - nanos);
    }
}
