package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.Principal;
import dev.sotto.audit.AuditEvent;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.testing.ScriptedWork;
import dev.sotto.turn.Input;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FloodTest {

    private final World world = new World();
    private final RecordedOutlet outlet = new RecordedOutlet();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void holdsNoMoreInputsThanItsMailbox() {
        Attachment attachment = world.openAndCallHook(outlet);
        for (int i = 3; i <= 13; i++) {
            attachment.submit(i, World.said("hours"));
        }
        world.loop.run();

        assertThat(outlet.refusals)
                .containsExactly(RefusalCode.BUSY_SESSION, RefusalCode.BUSY_SESSION, RefusalCode.BUSY_SESSION);
        assertThat(outlet.causes).containsExactly(11L, 12L, 13L);
        assertThat(world.audit.of(AuditEvent.InputRefused.class)).hasSize(1);
    }

    @Test
    void takesTheRefusedInputsInOrderWhenThereIsRoomAgain() {
        Attachment attachment = world.openAndCallHook(outlet);
        for (int i = 3; i <= 12; i++) {
            attachment.submit(i, World.said("hours"));
        }
        world.loop.run();
        world.hooks.latest().fulfil();
        world.loop.runUntil(() -> outlet.done() == 11);
        world.say(attachment, outlet, 11, "hours");
        world.say(attachment, outlet, 12, "hours");

        assertThat(outlet.done()).isEqualTo(13);
        assertThat(outlet.said().stream().filter("Nine to five."::equals)).hasSize(10);
    }

    @Test
    void givesTheNumberBackWhenUnderstandingIsBusy() throws Exception {
        ScriptedWork<Integer> gate = new ScriptedWork<>(0);
        List<Future<Integer>> others = List.of(world.nlu.call(gate), world.nlu.call(() -> 1), world.nlu.call(() -> 2));
        gate.awaitBegin();
        Attachment attachment = world.open(outlet);
        attachment.submit(1, World.said("hours"));
        attachment.submit(2, World.said("pay"));
        world.loop.run();

        assertThat(outlet.refusals).containsExactly(RefusalCode.BUSY_NLU, RefusalCode.BUSY_NLU);
        assertThat(outlet.causes).containsExactly(1L, 2L);
        gate.release();
        world.loop.runUntil(() -> true);
        for (Future<Integer> other : others) {
            other.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
        world.say(attachment, outlet, 1, "hours");
        assertThat(outlet.said()).contains("Nine to five.");
    }

    @Test
    void refusesWhatWaitsBehindAnInputThatTimedOutSoThatTheOrderStays() throws Exception {
        ScriptedWork<Integer> gate = new ScriptedWork<>(0);
        world.interpreter.within(() -> {
            try {
                gate.call();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Attachment attachment = world.open(outlet);
        attachment.submit(1, World.said("pay"));
        attachment.submit(2, World.said("anna"));
        attachment.submit(3, World.said("hours"));
        world.loop.run();
        gate.awaitBegin();
        world.advance(Duration.ofSeconds(2));

        assertThat(outlet.causes).containsExactly(1L, 2L, 3L);
        assertThat(outlet.refusals).containsOnly(RefusalCode.BUSY_NLU);
        gate.release();
        world.say(attachment, outlet, 1, "pay");
        world.say(attachment, outlet, 2, "hours");
        assertThat(outlet.said()).startsWith("Hello.", "Who?").contains("Nine to five.");
    }

    @Test
    void refusesTooManyInputsInAMinuteAndLetsTheNextComeLater() {
        Attachment attachment = world.open(outlet);
        for (int i = 1; i <= 1000; i++) {
            world.say(attachment, outlet, i, "hours");
        }
        attachment.submit(1001, World.said("hours"));
        world.loop.run();
        assertThat(outlet.refusals).containsExactly(RefusalCode.RATE_LIMITED);

        world.advance(Duration.ofSeconds(1));
        world.say(attachment, outlet, 1001, "hours");
        assertThat(outlet.done()).isEqualTo(1002);
    }

    @Test
    void refusesMoreSessionsThanItsBoundUntilOneEnds() {
        Attachment first = world.open(outlet);
        world.open(new RecordedOutlet());
        world.open(new RecordedOutlet());

        assertThat(world.refusal(world.sessions.open(World.opening(Principal.anonymous()), new RecordedOutlet())))
                .isEqualTo(RefusalCode.BUSY_SESSIONS);
        assertThat(world.audit.of(AuditEvent.SessionRefused.class)).hasSize(1);

        first.submit(1, new Input.Left());
        world.loop.run();
        world.open(new RecordedOutlet());
        assertThat(world.sessions.size()).isEqualTo(3);
    }

    @Test
    void leavesOtherSessionsInPeace() {
        Attachment noisy = world.openAndCallHook(outlet);
        RecordedOutlet quiet = new RecordedOutlet();
        Attachment other = world.open(quiet);
        for (int i = 3; i <= 200; i++) {
            noisy.submit(i, World.said("hours"));
        }
        world.say(other, quiet, 1, "hours");

        assertThat(quiet.said()).containsExactly("Hello.", "Nine to five.", "Anything else?");
        assertThat(quiet.refusals).isEmpty();
    }
}
