package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.audit.AuditEvent;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.Secret;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import dev.sotto.turn.SessionId;
import io.vertx.core.Future;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResumeTest {

    private final World world = new World();
    private final RecordedOutlet first = new RecordedOutlet();
    private final RecordedOutlet second = new RecordedOutlet();
    private final Attachment attachment = world.open(first);
    private final SessionId session = attachment.session();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void replaysWhatTheClientHasNotSeenAndNothingElse() {
        world.say(attachment, first, 1, "hours");
        attachment.detach();
        Attachment back = world.get(resume(first.admission().key(), 3, second));

        assertThat(second.sequences()).containsExactly(4L, 5L);
        assertThat(second.outputs).isEqualTo(first.outputs.subList(3, 5));
        assertThat(second.admission().received()).isEqualTo(1);
        world.say(back, second, 2, "hours");
        assertThat(second.sequences()).containsExactly(4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void keepsTheConversationWhereItWas() {
        world.say(attachment, first, 1, "pay");
        attachment.detach();
        Attachment back = world.get(resume(first.admission().key(), 4, second));
        back.submit(2, World.said("anna"));
        world.loop.runUntil(() -> world.hooks.calls().size() == 1);
    }

    @Test
    void replacesTheFirstConnectionByTheSecond() {
        world.get(resume(first.admission().key(), 2, second));
        attachment.submit(1, World.said("hours"));
        attachment.acknowledge(99);
        attachment.detach();
        world.loop.run();

        assertThat(first.replacements).isEqualTo(1);
        assertThat(world.interpreter.calls).hasValue(0);
        assertThat(second.replacements).isZero();
        assertThat(world.audit.of(AuditEvent.SessionReplaced.class))
                .containsExactly(new AuditEvent.SessionReplaced(session));
        assertThat(world.audit.of(AuditEvent.SessionDetached.class)).isEmpty();
    }

    @Test
    void givesANewKeyEachTimeAndTakesTheOldOneUntilTheNewOneIsUsed() {
        Secret oldest = first.admission().key();
        world.get(resume(oldest, 2, second));
        RecordedOutlet third = new RecordedOutlet();
        world.get(resume(oldest, 2, third));
        Secret newest = third.admission().key();
        RecordedOutlet fourth = new RecordedOutlet();
        world.get(resume(newest, 2, fourth));

        assertThat(world.refusal(resume(oldest, 2, new RecordedOutlet()))).isEqualTo(RefusalCode.KEY_INVALID);
        assertThat(world.refusal(resume(second.admission().key(), 2, new RecordedOutlet())))
                .isEqualTo(RefusalCode.KEY_INVALID);
        assertThat(fourth.replacements).isZero();
    }

    @Test
    void takesTheOldKeyForAMinuteOnly() {
        Secret oldest = first.admission().key();
        world.get(resume(oldest, 2, second));
        world.advance(Duration.ofMillis(59_999));
        RecordedOutlet third = new RecordedOutlet();
        world.get(resume(oldest, 2, third));
        world.advance(Duration.ofMillis(1));

        assertThat(world.refusal(resume(oldest, 2, new RecordedOutlet()))).isEqualTo(RefusalCode.KEY_INVALID);
        world.get(resume(third.admission().key(), 2, new RecordedOutlet()));
    }

    @Test
    void refusesAWrongKeyAndLeavesTheConnectionInPlace() {
        assertThat(world.refusal(resume(new Secret("guess"), 0, second))).isEqualTo(RefusalCode.KEY_INVALID);
        world.say(attachment, first, 1, "hours");

        assertThat(first.replacements).isZero();
        assertThat(second.admissions).isEmpty();
    }

    @Test
    void refusesASessionThatNeverWas() {
        SessionId nowhere = new SessionId("AAAAAAAAAAAAAAAAAAAAAA");

        assertThat(world.refusal(
                        world.sessions.attach(nowhere, first.admission().key(), 0, second)))
                .isEqualTo(RefusalCode.SESSION_UNKNOWN);
    }

    @Test
    void refusesAClientThatNeedsWhatIsNotKeptAnyMore() {
        for (int i = 1; i <= 10; i++) {
            world.say(attachment, first, i, "hours");
        }
        Secret key = first.admission().key();

        assertThat(first.outputs).hasSize(32);
        assertThat(world.refusal(resume(key, 15, second))).isEqualTo(RefusalCode.SESSION_UNKNOWN);
        assertThat(world.metrics.scrape()).contains("sotto_bound_reached_total{bound=\"replay\"} 16.0");
    }

    @Test
    void letsAClientBackThatNeedsTheOldestOutputStillKept() {
        for (int i = 1; i <= 10; i++) {
            world.say(attachment, first, i, "hours");
        }
        world.get(resume(first.admission().key(), 16, second));

        assertThat(second.sequences()).hasSize(16).startsWith(17L);
    }

    @Test
    void keepsNothingThatWasAcknowledged() {
        world.say(attachment, first, 1, "hours");
        attachment.acknowledge(4);
        world.loop.run();

        Secret key = first.admission().key();
        assertThat(world.refusal(resume(key, 3, second))).isEqualTo(RefusalCode.SESSION_UNKNOWN);
    }

    @Test
    void takesAnAcknowledgementOfWhatWasNeverSentForWhatItCanMean() {
        attachment.acknowledge(Long.MAX_VALUE);
        world.loop.run();
        world.say(attachment, first, 1, "hours");
        world.get(resume(first.admission().key(), 2, second));

        assertThat(second.sequences()).containsExactly(3L, 4L, 5L);
    }

    @Test
    void letsGoOfAConnectionThatFails() {
        RecordedOutlet broken = new RecordedOutlet() {
            @Override
            public void deliver(Envelope<Output> output) {
                throw new IllegalStateException("broken pipe");
            }
        };
        world.get(resume(first.admission().key(), 0, broken));
        world.get(resume(broken.admission().key(), 0, second));

        assertThat(second.said()).containsExactly("Hello.");
    }

    private Future<Attachment> resume(Secret key, long seen, Outlet outlet) {
        return world.sessions.attach(session, key, seen, outlet);
    }
}
