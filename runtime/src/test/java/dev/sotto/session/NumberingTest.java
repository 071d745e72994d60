package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.refusal.RefusalCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumberingTest {

    private final World world = new World();
    private final RecordedOutlet outlet = new RecordedOutlet();
    private final Attachment attachment = world.open(outlet);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void ignoresAnInputThatWasTakenBefore() {
        world.say(attachment, outlet, 1, "hours");
        attachment.submit(1, World.said("hours"));
        world.loop.run();

        assertThat(world.interpreter.calls).hasValue(1);
        assertThat(outlet.refusals).isEmpty();
    }

    @Test
    void refusesAGap() {
        attachment.submit(2, World.said("hours"));
        world.loop.run();

        assertThat(outlet.refusals).containsExactly(RefusalCode.FRAME_GAP);
        assertThat(outlet.causes).containsExactly(2L);
        assertThat(world.interpreter.calls).hasValue(0);
    }

    @Test
    void leavesTheNumberOfADeclinedInputFree() {
        attachment.decline(1, RefusalCode.TEXT_TOO_LONG);
        world.say(attachment, outlet, 1, "hours");

        assertThat(outlet.refusals).containsExactly(RefusalCode.TEXT_TOO_LONG);
        assertThat(outlet.said()).contains("Nine to five.");
    }

    @Test
    void refusesWhatFollowsARefusedInputAlikeInsteadOfCallingItAGap() {
        attachment.decline(1, RefusalCode.TEXT_EMPTY);
        attachment.submit(2, World.said("hours"));
        attachment.submit(3, World.said("hours"));
        world.loop.run();

        assertThat(outlet.refusals)
                .containsExactly(RefusalCode.TEXT_EMPTY, RefusalCode.TEXT_EMPTY, RefusalCode.TEXT_EMPTY);
        assertThat(outlet.causes).containsExactly(1L, 2L, 3L);
    }

    @Test
    void saysNothingMoreToADeclinedNumberThatWasTakenBefore() {
        world.say(attachment, outlet, 1, "hours");
        attachment.decline(1, RefusalCode.TEXT_EMPTY);
        world.loop.run();

        assertThat(outlet.refusals).isEmpty();
    }
}
