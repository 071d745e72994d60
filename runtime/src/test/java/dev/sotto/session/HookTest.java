package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.audit.AuditEvent;
import dev.sotto.dialogue.Decision;
import dev.sotto.nlu.Heard;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.Utterance;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.HookId;
import dev.sotto.turn.Input;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HookTest {

    private final World world = new World();
    private final RecordedOutlet outlet = new RecordedOutlet();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void goesOnWithTheTurnWhenItsHookAnswers() {
        Attachment attachment = world.openAndCallHook(outlet);
        assertThat(outlet.said()).containsExactly("Hello.", "Who?");

        world.hooks.latest().fulfil();
        world.loop.run();

        assertThat(outlet.said()).containsExactly("Hello.", "Who?", "Sent to anna.", "Anything else?");
        assertThat(world.audit.of(AuditEvent.HookAnswered.class))
                .containsExactly(new AuditEvent.HookAnswered(attachment.session(), new HookId(2, 1)));
    }

    @Test
    void tellsThePersonWhenAHookFails() {
        world.openAndCallHook(outlet);
        world.hooks.latest().fail(HookAnswer.Failure.TIMEOUT);
        world.loop.run();

        assertThat(outlet.done()).isEqualTo(3);
        assertThat(outlet.said()).doesNotContain("Sent to anna.");
        assertThat(world.audit.of(AuditEvent.HookFailed.class))
                .extracting(AuditEvent.HookFailed::failure)
                .containsExactly(HookAnswer.Failure.TIMEOUT);
    }

    @Test
    void dropsTheAnswerOfAHookWhenThePersonHungUpMeanwhile() {
        Attachment attachment = world.openAndCallHook(outlet);
        attachment.submit(3, new Input.Left());
        world.loop.run();
        int before = outlet.outputs.size();
        world.hooks.latest().fulfil();
        world.loop.run();

        assertThat(outlet.over).contains(EndReason.LEFT);
        assertThat(outlet.outputs).hasSize(before);
        assertThat(world.audit.of(AuditEvent.HookLate.class))
                .containsExactly(new AuditEvent.HookLate(attachment.session(), new HookId(2, 1)));
    }

    @Test
    void waitsForNoHookWhenACallerHangsUp() {
        Attachment attachment = world.openAndCallHook(outlet);
        attachment.submitSpoken(new Input.Spoken(Heard.typed(new Utterance("wait"))));
        attachment.submitSpoken(new Input.Left());
        world.loop.run();

        assertThat(outlet.over).contains(EndReason.LEFT);
    }

    @Test
    void dropsTheAnswerOfAHookWhenTheSessionExpiredMeanwhile() {
        Attachment attachment = world.openAndCallHook(outlet);
        world.advance(World.LIMITS.lifetime());
        world.hooks.latest().fulfil();
        world.loop.run();

        assertThat(outlet.over).contains(EndReason.EXPIRED);
        assertThat(world.audit.of(AuditEvent.HookLate.class))
                .extracting(AuditEvent.HookLate::session)
                .containsExactly(attachment.session());
    }

    @Test
    void keepsTheTurnGoingWhileNobodyIsAttached() {
        Attachment attachment = world.openAndCallHook(outlet);
        attachment.detach();
        world.hooks.latest().fulfil();
        world.loop.run();
        RecordedOutlet back = new RecordedOutlet();
        world.get(world.sessions.attach(
                attachment.session(),
                outlet.admission().key(),
                outlet.sequences().size(),
                back));

        assertThat(outlet.said()).containsExactly("Hello.", "Who?");
        assertThat(back.said()).containsExactly("Sent to anna.", "Anything else?");
    }

    @Test
    void queuesWhatIsSaidWhileAHookIsPending() {
        Attachment attachment = world.openAndCallHook(outlet);
        attachment.submit(3, World.said("hours"));
        world.loop.run();
        assertThat(world.interpreter.calls).hasValue(2);

        world.hooks.latest().fulfil();
        world.loop.runUntil(() -> outlet.done() == 4);
        assertThat(outlet.said()).endsWith("Nine to five.", "Anything else?");
    }

    @Test
    void callsEachHookUnderAnIdOfItsOwn() {
        Attachment attachment = world.openAndCallHook(outlet);
        world.hooks.latest().fulfil();
        world.loop.run();
        world.say(attachment, outlet, 3, "pay");
        attachment.submit(4, World.said("bob"));
        world.loop.runUntil(() -> world.hooks.calls().size() == 2);

        assertThat(world.hooks.calls().stream()
                        .map(call -> call.id().toString())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void endsTheSessionWhenTheMachineryOfHooksBreaks() {
        world.openAndCallHook(outlet);
        world.hooks.latest().promise().fail(new IllegalStateException("no such thing as a broken future"));
        world.loop.run();

        assertThat(outlet.refusals).containsExactly(RefusalCode.FAULT);
        assertThat(outlet.over).contains(EndReason.FAILED);
        assertThat(world.sessions.size()).isZero();
    }

    @Test
    void isNotIdleWhileItWaitsForAHook() {
        world.openAndCallHook(outlet);
        world.advance(World.LIMITS.idle().plus(Duration.ofMinutes(1)));
        assertThat(outlet.over).isEmpty();

        world.hooks.latest().fulfil();
        world.loop.run();
        world.advance(World.LIMITS.idle().minusSeconds(1));
        assertThat(outlet.over).isEmpty();
        world.advance(Duration.ofSeconds(1));
        assertThat(outlet.over).contains(EndReason.EXPIRED);
    }

    @Test
    void refusesAnAnswerThatDoesNotFitTheBot() {
        Attachment attachment = world.openAndCallHook(outlet);
        world.hooks.latest().answerForIntent("nonsense");
        world.loop.run();
        world.say(attachment, outlet, 3, "hours");

        assertThat(outlet.said()).doesNotContain("Sent to anna.").endsWith("Nine to five.", "Anything else?");
        assertThat(List.of(outlet.done())).containsExactly(4L);
        assertThat(world.audit.of(AuditEvent.HookMisfit.class))
                .extracting(AuditEvent.HookMisfit::reason)
                .containsExactly(Decision.HOOK_INTENT_UNKNOWN);
    }
}
