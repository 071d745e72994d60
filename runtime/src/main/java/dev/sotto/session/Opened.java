package dev.sotto.session;

import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import java.util.List;

/**
 * A session that is reached by requests.
 *
 * @param outputs the bot's opening; for a session that was there before, its latest turn
 */
public record Opened(Admission admission, List<Envelope<Output>> outputs) {

    public Opened {
        outputs = List.copyOf(outputs);
    }
}
