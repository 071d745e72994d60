package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.Principal;
import dev.sotto.audit.AuditEvent;
import dev.sotto.nlu.IntentName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.PersonId;
import dev.sotto.testing.ScriptedWork;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final World world = new World();
    private final RecordedOutlet outlet = new RecordedOutlet();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void greetsWhoeverComes() {
        Attachment attachment = world.open(outlet);

        assertThat(outlet.said()).containsExactly("Hello.");
        assertThat(outlet.admission().session()).isEqualTo(attachment.session());
        assertThat(outlet.admission().received()).isZero();
    }

    @Test
    void answersWhatIsTyped() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "hours");

        assertThat(outlet.said()).containsExactly("Hello.", "Nine to five.", "Anything else?");
    }

    @Test
    void numbersOutputsWithoutGapsAndNamesWhatCausedThem() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "pay");

        assertThat(outlet.outputs)
                .extracting(Envelope::sequence, Envelope::turn, Envelope::cause)
                .containsExactly(
                        Tuple.tuple(1L, 0L, 0L),
                        Tuple.tuple(2L, 0L, 0L),
                        Tuple.tuple(3L, 1L, 1L),
                        Tuple.tuple(4L, 1L, 1L));
    }

    @Test
    void marksAnOutputByTheMostSensitiveThingInIt() {
        world.openAndCallHook(outlet);
        world.hooks.latest().fulfil();
        world.loop.run();

        assertThat(outlet.outputs)
                .filteredOn(output -> output.body() instanceof Output.Say)
                .extracting(Envelope::sensitivity)
                .containsExactly(DataClass.PERSONAL);
    }

    @Test
    void takesOneInputAtATimeInOrder() {
        Attachment attachment = world.open(outlet);
        attachment.submit(1, World.said("pay"));
        attachment.submit(2, World.said("anna"));
        attachment.submit(3, World.said("hours"));
        world.loop.runUntil(() -> world.hooks.calls().size() == 1);

        assertThat(outlet.said()).containsExactly("Hello.", "Who?");
        assertThat(world.interpreter.calls).hasValue(2);

        world.hooks.latest().fulfil();
        world.loop.runUntil(() -> outlet.done() == 4);
        assertThat(outlet.said())
                .containsExactly(
                        "Hello.", "Who?", "Sent to anna.", "Anything else?", "Nine to five.", "Anything else?");
    }

    @Test
    void endsWhenTheBotHangsUp() {
        Attachment attachment = world.open(outlet);
        attachment.submit(1, World.said("bye"));
        world.loop.runUntil(() -> outlet.over.isPresent());

        assertThat(outlet.over).contains(EndReason.COMPLETED);
        assertThat(outlet.outputs)
                .extracting(Envelope::body)
                .filteredOn(Output.End.class::isInstance)
                .containsExactly(new Output.End(EndReason.COMPLETED));
        assertThat(outlet.outputs.get(outlet.outputs.size() - 1).body()).isInstanceOf(Output.Done.class);
        assertThat(world.sessions.size()).isZero();
    }

    @Test
    void endsAtOnceWhenThePersonLeavesHoweverMuchWaits() {
        Attachment attachment = world.openAndCallHook(outlet);
        attachment.submit(3, World.said("hours"));
        attachment.submit(4, World.said("hours"));
        attachment.submit(5, new Input.Left());
        world.loop.run();

        assertThat(outlet.over).contains(EndReason.LEFT);
        assertThat(world.interpreter.calls).hasValue(2);
        assertThat(world.sessions.size()).isZero();
    }

    @Test
    void letsThePersonLeaveEvenIfAnInputWasLost() {
        Attachment attachment = world.open(outlet);
        attachment.submit(7, new Input.Left());
        world.loop.run();

        assertThat(outlet.over).contains(EndReason.LEFT);
    }

    @Test
    void dropsAnUnderstandingThatComesAfterThePersonLeft() throws Exception {
        ScriptedWork<Integer> gate = new ScriptedWork<>(0);
        world.interpreter.within(() -> {
            try {
                gate.call();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Attachment attachment = world.open(outlet);
        attachment.submit(1, World.said("hours"));
        world.loop.run();
        gate.awaitBegin();
        attachment.submit(2, new Input.Left());
        world.loop.run();
        int before = outlet.outputs.size();
        gate.release();
        world.nlu.close(Duration.ofSeconds(10));
        world.loop.run();

        assertThat(outlet.outputs).hasSize(before);
        assertThat(world.offered).hasSize(3);
    }

    @Test
    void refusesAnIntentToWhoMayNotHaveItAndTellsTheAudit() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "salary");

        assertThat(outlet.said()).hasSize(2).doesNotContain("Whose?");
        assertThat(world.audit.of(AuditEvent.VerdictDenied.class))
                .extracting(AuditEvent.VerdictDenied::intent)
                .containsExactly(new IntentName("salary"));
    }

    @Test
    void grantsTheIntentToWhoMayHaveIt() {
        Attachment attachment = world.open(World.key("hr", "payroll"), outlet);
        world.say(attachment, outlet, 1, "salary");

        assertThat(outlet.said()).containsExactly("Hello.", "Whose?");
        assertThat(world.audit.of(AuditEvent.VerdictDenied.class)).isEmpty();
    }

    @Test
    void takesTheIntentAwayWhenTheProofRunsOutBetweenTwoTurns() {
        Principal hr = World.key("hr", "payroll");
        Principal brief = new Principal(
                hr.id(),
                hr.proof(),
                hr.scopes(),
                hr.bots(),
                Optional.of(world.timers.now().plusSeconds(60)),
                hr.person());
        Attachment attachment = world.open(brief, outlet);
        world.say(attachment, outlet, 1, "salary");
        world.advance(Duration.ofSeconds(60));
        world.say(attachment, outlet, 2, "anna");

        assertThat(outlet.said()).doesNotContain("It is much.");
        assertThat(world.audit.of(AuditEvent.VerdictDenied.class)).hasSize(1);
    }

    @Test
    void showsWhatWasUnderstoodOnlyToWhoMayTrace() {
        RecordedOutlet traced = new RecordedOutlet();
        world.say(world.open(World.key("a", "trace"), traced), traced, 1, "pay");
        world.say(world.open(outlet), outlet, 1, "pay");

        assertThat(traced.outputs).extracting(Envelope::body).anyMatch(Output.Understood.class::isInstance);
        assertThat(outlet.outputs).extracting(Envelope::body).noneMatch(Output.Understood.class::isInstance);
        assertThat(outlet.sequences()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void offersEachTurnToTheRetentionGateWithThePersonApart() {
        PersonId somebody = new PersonId("customer 4711");
        Attachment attachment = world.open(World.key("shop").actingFor(somebody), outlet);
        world.say(attachment, outlet, 1, "hours");

        assertThat(world.offered).hasSize(2);
        assertThat(world.offered.get(0).input()).isEmpty();
        assertThat(world.offered.get(1).person()).contains(somebody);
        assertThat(world.offered.get(1).input().orElseThrow().sequence()).isEqualTo(1);
        assertThat(world.offered.get(1).outputs()).hasSize(3);
    }

    @Test
    void tellsTheAuditOfItsWholeLife() {
        Attachment attachment = world.open(World.key("shop"), outlet);
        attachment.submit(1, new Input.Left());
        world.loop.run();

        assertThat(world.audit.events())
                .extracting(event -> (Object) event.getClass().getSimpleName())
                .isEqualTo(List.of("SessionAttached", "SessionOpened", "SessionEnded"));
    }

    @Test
    void countsTurnsByBotIntentAndOutcome() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "hours");
        world.say(attachment, outlet, 2, "salary");
        world.say(attachment, outlet, 3, "gibberish");

        assertThat(world.metrics.scrape())
                .contains("sotto_turns_total{bot=\"sample\",intent=\"hours\",outcome=\"understood\"} 1.0")
                .contains("sotto_turns_total{bot=\"sample\",intent=\"salary\",outcome=\"denied\"} 1.0")
                .contains("outcome=\"not_understood\"} 1.0");
    }
}
