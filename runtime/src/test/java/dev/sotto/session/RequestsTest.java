package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.Principal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.Secret;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import dev.sotto.turn.SessionId;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private final World world = new World();
    private final Opened opened = world.get(world.sessions.openForRequests(World.opening(World.key("shop"), "till-1")));
    private final SessionId session = opened.admission().session();
    private final Secret key = opened.admission().key();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void areAnsweredWithTheOpening() {
        assertThat(said(opened.outputs())).containsExactly("Hello.");
        assertThat(opened.outputs()).last().extracting(Envelope::body).isInstanceOf(Output.Done.class);
    }

    @Test
    void areAnsweredWithTheOutputsOfTheirTurnUpToItsDone() {
        List<Envelope<Output>> answer = world.get(turn(1, "hours"));

        assertThat(said(answer)).containsExactly("Nine to five.", "Anything else?");
        assertThat(answer).extracting(Envelope::cause).containsOnly(1L);
        assertThat(answer).last().extracting(Envelope::body).isInstanceOf(Output.Done.class);
    }

    @Test
    void areAnsweredAlikeWhenTheyComeAgain() {
        List<Envelope<Output>> answer = world.get(turn(1, "hours"));

        assertThat(world.get(turn(1, "hours"))).isEqualTo(answer);
        assertThat(world.interpreter.calls).hasValue(1);
    }

    @Test
    void areAnsweredAlikeWhenTheyComeAgainBeforeTheFirstIsAnswered() {
        world.get(turn(1, "pay"));
        Future<List<Envelope<Output>>> first = turn(2, "anna");
        Future<List<Envelope<Output>>> again = turn(2, "anna");
        world.loop.runUntil(() -> world.hooks.calls().size() == 1);
        Future<List<Envelope<Output>>> oncemore = turn(2, "anna");
        world.loop.run();
        world.hooks.latest().fulfil();

        assertThat(world.get(first)).isEqualTo(world.get(again)).isEqualTo(world.get(oncemore));
        assertThat(world.hooks.calls()).hasSize(1);
    }

    @Test
    void waitForTheTurnBeforeThem() {
        world.get(turn(1, "pay"));
        Future<List<Envelope<Output>>> second = turn(2, "anna");
        Future<List<Envelope<Output>>> third = turn(3, "hours");
        world.loop.runUntil(() -> world.hooks.calls().size() == 1);
        assertThat(third.isComplete()).isFalse();
        world.hooks.latest().fulfil();

        assertThat(said(world.get(second))).containsExactly("Sent to anna.", "Anything else?");
        assertThat(said(world.get(third))).containsExactly("Nine to five.", "Anything else?");
    }

    @Test
    void areRefusedBeyondTheMailbox() {
        world.get(turn(1, "pay"));
        List<Future<List<Envelope<Output>>>> turns = new ArrayList<>();
        turns.add(turn(2, "anna"));
        world.loop.runUntil(() -> world.hooks.calls().size() == 1);
        for (int i = 3; i <= 10; i++) {
            turns.add(turn(i, "hours"));
        }

        assertThat(world.refusal(turn(11, "hours"))).isEqualTo(RefusalCode.BUSY_SESSION);
        assertThat(world.refusal(turn(2, "anna"))).isEqualTo(RefusalCode.BUSY_SESSION);
        world.hooks.latest().fulfil();
        for (Future<List<Envelope<Output>>> turn : turns) {
            assertThat(world.get(turn)).isNotEmpty();
        }
    }

    @Test
    void areRefusedWithAGap() {
        assertThat(world.refusal(turn(2, "hours"))).isEqualTo(RefusalCode.FRAME_GAP);
    }

    @Test
    void areRefusedWhenTheirAnswerIsNotKeptAnyMore() {
        world.get(turn(1, "hours"));
        world.get(turn(2, "hours"));

        assertThat(world.refusal(turn(1, "hours"))).isEqualTo(RefusalCode.FRAME_GAP);
        assertThat(said(world.get(turn(2, "hours")))).contains("Nine to five.");
    }

    @Test
    void areRefusedWithAWrongKey() {
        assertThat(world.refusal(world.sessions.turn(session, new Secret("guess"), 1, World.said("hours"))))
                .isEqualTo(RefusalCode.KEY_INVALID);
        assertThat(world.refusal(world.sessions.close(session, new Secret("guess"))))
                .isEqualTo(RefusalCode.KEY_INVALID);
        assertThat(world.interpreter.calls).hasValue(0);
    }

    @Test
    void areRefusedWithTheResumeKeyOfAConnection() {
        RecordedOutlet outlet = new RecordedOutlet();
        Attachment attachment = world.open(Principal.anonymous(), outlet);

        assertThat(world.refusal(world.sessions.turn(
                        attachment.session(), outlet.admission().key(), 1, World.said("hours"))))
                .isEqualTo(RefusalCode.KEY_INVALID);
    }

    @Test
    void endTheSession() {
        world.get(world.sessions.close(session, key));

        assertThat(world.sessions.size()).isZero();
        assertThat(world.refusal(turn(1, "hours"))).isEqualTo(RefusalCode.SESSION_UNKNOWN);
        assertThat(world.refusal(world.sessions.close(session, key))).isEqualTo(RefusalCode.SESSION_UNKNOWN);
    }

    @Test
    void areToldWhenTheSessionExpiresWhileTheyWait() {
        world.get(turn(1, "pay"));
        Future<List<Envelope<Output>>> waiting = turn(2, "anna");
        world.loop.runUntil(() -> world.hooks.calls().size() == 1);
        world.advance(World.LIMITS.lifetime());

        assertThat(world.refusal(waiting)).isEqualTo(RefusalCode.SESSION_EXPIRED);
    }

    @Test
    void getTheLastWordsOfABotThatHangsUp() {
        List<Envelope<Output>> answer = world.get(turn(1, "bye"));

        assertThat(said(answer)).containsExactly("Goodbye.");
        assertThat(answer).extracting(Envelope::body).contains(new Output.End(EndReason.COMPLETED));
    }

    @Test
    void findTheirSessionAgainWithItsLatestTurnAndANewKey() {
        world.get(turn(1, "hours"));
        Opened again = world.get(world.sessions.openForRequests(World.opening(World.key("shop"), "till-1")));

        assertThat(again.admission().session()).isEqualTo(session);
        assertThat(again.admission().received()).isEqualTo(1);
        assertThat(said(again.outputs())).containsExactly("Nine to five.", "Anything else?");
        assertThat(world.refusal(turn(2, "hours"))).isEqualTo(RefusalCode.KEY_INVALID);
    }

    @Test
    void areHeardByAConnectionToTheSameSessionToo() {
        RecordedOutlet outlet = new RecordedOutlet();
        Attachment attachment = world.open(World.key("shop"), outlet, "till-1");
        world.get(turn(1, "hours"));
        attachment.submit(2, World.said("hours"));
        world.loop.runUntil(() -> outlet.done() == 3);

        assertThat(outlet.replacements).isZero();
        assertThat(outlet.said())
                .containsExactly("Hello.", "Nine to five.", "Anything else?", "Nine to five.", "Anything else?");
    }

    @Test
    void standAloneWhenTheIdleTimeIsZero() {
        try (World forgetful = new World(new SessionLimits(3, Duration.ZERO, World.LIMITS.lifetime(), 8, 16))) {
            Opened shell = forgetful.get(forgetful.sessions.openForRequests(World.opening(World.key("shop"))));
            SessionId id = shell.admission().session();
            Input pay = World.said("pay");
            List<Envelope<Output>> asked =
                    forgetful.get(forgetful.sessions.turn(id, shell.admission().key(), 1, pay));
            forgetful.get(forgetful.sessions.turn(id, shell.admission().key(), 2, World.said("anna")));

            assertThat(said(asked)).containsExactly("Who?");
            assertThat(forgetful.hooks.calls()).isEmpty();
            assertThat(forgetful.refusal(
                            forgetful.sessions.turn(id, shell.admission().key(), 2, World.said("anna"))))
                    .isEqualTo(RefusalCode.FRAME_GAP);
        }
    }

    private Future<List<Envelope<Output>>> turn(long sequence, String words) {
        return world.sessions.turn(session, key, sequence, World.said(words));
    }

    private static List<String> said(List<Envelope<Output>> outputs) {
        RecordedOutlet outlet = new RecordedOutlet();
        outlet.outputs.addAll(outputs);
        return outlet.said();
    }
}
