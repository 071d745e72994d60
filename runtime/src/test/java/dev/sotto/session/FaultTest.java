package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.refusal.RefusalCode;
import dev.sotto.turn.Input;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {

    private final World world = new World();
    private final RecordedOutlet outlet = new RecordedOutlet();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void ofUnderstandingCostsTheInputAndNotTheSession() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "pay");
        world.interpreter.within(() -> {
            throw new IllegalStateException("a model that is broken");
        });
        attachment.submit(2, World.said("anna"));
        world.loop.runUntil(() -> !outlet.refusals.isEmpty());
        world.interpreter.within(() -> {});
        attachment.submit(2, World.said("anna"));
        world.loop.runUntil(() -> world.hooks.calls().size() == 1);

        assertThat(outlet.refusals).containsExactly(RefusalCode.FAULT);
        assertThat(outlet.causes).containsExactly(2L);
        assertThat(world.metrics.scrape()).contains("sotto_faults_total 1.0");
    }

    @Test
    void ofAnInputThatNoClientMaySendCostsTheInputOnly() {
        Attachment attachment = world.open(outlet);
        attachment.submit(1, new Input.Tick());
        world.loop.run();
        world.say(attachment, outlet, 1, "hours");

        assertThat(outlet.refusals).containsExactly(RefusalCode.FAULT);
    }

    @Test
    void ofOneSessionIsNotNoticedByAnother() {
        RecordedOutlet quiet = new RecordedOutlet();
        Attachment other = world.open(quiet);
        Attachment attachment = world.open(outlet);
        attachment.submit(1, new Input.Tick());
        world.say(other, quiet, 1, "hours");

        assertThat(quiet.refusals).isEmpty();
        assertThat(quiet.said()).endsWith("Nine to five.", "Anything else?");
    }
}
