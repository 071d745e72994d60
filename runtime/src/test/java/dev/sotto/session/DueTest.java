package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bot does of itself when time has passed. */
final class DueTest {

    private final World world = new World();
    private final RecordedOutlet outlet = new RecordedOutlet();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void asksAgainWhenNothingIsTypedInTime() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "book");

        world.advance(Duration.ofSeconds(29));
        assertThat(outlet.said()).endsWith("For whom?");
        world.advance(Duration.ofSeconds(2));

        assertThat(outlet.said()).endsWith("For whom?", "For whom?");
        Envelope<Output> last = outlet.outputs.get(outlet.outputs.size() - 1);
        assertThat(last.cause()).isZero();
        assertThat(last.body()).isInstanceOf(Output.Done.class);
    }

    @Test
    void doesNothingOfItselfOnceThePersonHasSpoken() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "book");
        world.advance(Duration.ofSeconds(20));
        world.say(attachment, outlet, 2, "hours");
        int said = outlet.said().size();

        world.advance(Duration.ofSeconds(29));
        assertThat(outlet.said()).hasSize(said);
        world.advance(Duration.ofSeconds(2));

        assertThat(outlet.said()).hasSize(said + 1).endsWith("For whom?");
    }

    @Test
    void tellsThatALongFulfilmentIsUnderWayInItsOwnTurn() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "book");
        attachment.submit(2, World.said("anna"));
        world.loop.runUntil(() -> world.hooks.calls().size() == 1);

        world.advance(Duration.ofSeconds(6));

        assertThat(outlet.said()).endsWith("For whom?", "One moment.");
        assertThat(outlet.outputs.get(outlet.outputs.size() - 1).cause()).isEqualTo(2);
    }
}
