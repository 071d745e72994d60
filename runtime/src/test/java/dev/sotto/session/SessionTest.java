package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

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
        world.open(outlet);

        assertThat(outlet.said()).containsExactly("Hello.");
        assertThat(outlet.done()).isEqualTo(1);
    }

    @Test
    void answersWhatIsTyped() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "hours");

        assertThat(outlet.said()).containsExactly("Hello.", "Nine to five.", "Anything else?");
    }
}
