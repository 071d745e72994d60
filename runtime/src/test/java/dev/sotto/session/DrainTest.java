package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.Principal;
import dev.sotto.audit.AuditEvent;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Output;
import io.vertx.core.Future;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final World world = new World();
    private final RecordedOutlet outlet = new RecordedOutlet();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void isDoneAtOnceWhenNobodyIsThere() {
        world.get(world.sessions.drain(PATIENCE));

        assertThat(world.audit.events()).containsExactly(new AuditEvent.DrainStarted(0), new AuditEvent.Drained());
    }

    @Test
    void endsSessionsThatWaitForThePerson() {
        world.open(outlet);
        world.get(world.sessions.drain(PATIENCE));

        assertThat(outlet.over).contains(EndReason.DRAINED);
        assertThat(outlet.outputs.get(outlet.outputs.size() - 1).body()).isEqualTo(new Output.End(EndReason.DRAINED));
        assertThat(world.sessions.size()).isZero();
    }

    @Test
    void finishesTheTurnUnderWayAndDropsWhatWaitsBehindIt() {
        Attachment attachment = world.openAndCallHook(outlet);
        attachment.submit(3, World.said("hours"));
        world.loop.run();
        Future<Void> drained = world.sessions.drain(PATIENCE);
        world.loop.run();
        attachment.submit(4, World.said("hours"));
        world.loop.run();
        assertThat(drained.isComplete()).isFalse();
        assertThat(outlet.over).isEmpty();

        world.hooks.latest().fulfil();
        world.get(drained);

        assertThat(outlet.said()).endsWith("Sent to anna.", "Anything else?");
        assertThat(outlet.over).contains(EndReason.DRAINED);
        assertThat(outlet.refusals).isEmpty();
    }

    @Test
    void givesTurnsUpWhenItsPatienceEnds() {
        world.openAndCallHook(outlet);
        Future<Void> drained = world.sessions.drain(PATIENCE);
        world.advance(PATIENCE);
        world.get(drained);

        assertThat(outlet.over).contains(EndReason.DRAINED);
    }

    @Test
    void refusesNewSessionsAndThoseWhoComeBack() {
        Attachment attachment = world.openAndCallHook(outlet);
        Future<Void> drained = world.sessions.drain(PATIENCE);
        world.loop.run();

        assertThat(world.refusal(world.sessions.open(World.opening(Principal.anonymous()), new RecordedOutlet())))
                .isEqualTo(RefusalCode.SERVER_DRAINING);
        assertThat(world.refusal(world.sessions.attach(
                        attachment.session(), outlet.admission().key(), 0, new RecordedOutlet())))
                .isEqualTo(RefusalCode.SERVER_DRAINING);
        world.hooks.latest().fulfil();
        world.get(drained);
    }

    @Test
    void refusesASessionThatWasOnItsWayWhenItBegan() {
        Future<Attachment> onItsWay = world.sessions.open(World.opening(Principal.anonymous()), outlet);
        Future<Void> drained = world.sessions.drain(PATIENCE);
        world.loop.run();

        assertThat(drained.isComplete()).isTrue();
        assertThat(onItsWay.isComplete()).isTrue();
        assertThat(world.sessions.size()).isZero();
    }

    @Test
    void canBeAskedForTwice() {
        world.open(outlet);
        Future<Void> first = world.sessions.drain(PATIENCE);
        Future<Void> second = world.sessions.drain(PATIENCE);
        world.get(first);
        world.get(second);

        assertThat(world.audit.of(AuditEvent.DrainStarted.class)).hasSize(1);
    }
}
