package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Bot;
import dev.sotto.bot.version.VersionId;
import dev.sotto.testing.SampleBot;
import dev.sotto.testing.WordInterpreter;
import dev.sotto.turn.Input;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AliasTest {

    private final World world = new World();
    private final RecordedOutlet outlet = new RecordedOutlet();
    private final Bot next = SampleBot.bot("Welcome.");
    private final WordInterpreter nextInterpreter = new WordInterpreter(next);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void movedInMidTurnLeavesALiveSessionItsVersion() {
        Attachment attachment = world.openAndCallHook(outlet);
        world.bots.serve(next, nextInterpreter);
        world.hooks.latest().fulfil();
        world.loop.run();
        world.say(attachment, outlet, 3, "hours");

        assertThat(outlet.said()).endsWith("Sent to anna.", "Anything else?", "Nine to five.", "Anything else?");
        assertThat(world.interpreter.calls).hasValue(3);
        assertThat(nextInterpreter.calls).hasValue(0);
        assertThat(world.interpreter.closed).hasValue(0);
    }

    @Test
    void movedGivesNewSessionsTheNewVersion() {
        world.open(outlet);
        VersionId moved = world.bots.serve(next, nextInterpreter);
        RecordedOutlet newer = new RecordedOutlet();
        world.open(newer);

        assertThat(newer.said()).containsExactly("Welcome.");
        assertThat(newer.admission().version())
                .isEqualTo(moved)
                .isNotEqualTo(outlet.admission().version());
    }

    @Test
    void letsGoOfAVersionWhenTheLastSessionThatHoldsItEnds() {
        Attachment first = world.open(outlet);
        Attachment second = world.open(new RecordedOutlet());
        world.bots.serve(next, nextInterpreter);
        first.submit(1, new Input.Left());
        world.loop.run();
        assertThat(world.interpreter.closed).hasValue(0);
        second.submit(1, new Input.Left());
        world.loop.run();

        assertThat(world.interpreter.closed).hasValue(1);
    }

    @Test
    void staysWithASessionThatIsFoundAgainAfterTheMove() {
        world.open(World.key("shop"), outlet, "till-1");
        world.bots.serve(next, nextInterpreter);
        RecordedOutlet again = new RecordedOutlet();
        Attachment attachment = world.open(World.key("shop"), again, "till-1");

        assertThat(again.said()).containsExactly("Hello.");
        attachment.submit(1, new Input.Left());
        world.loop.run();
        assertThat(world.interpreter.closed).hasValue(1);
        assertThat(nextInterpreter.closed).hasValue(0);
    }
}
