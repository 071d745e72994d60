package dev.sotto.retention;

import dev.sotto.sensitive.PersonId;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import java.util.List;
import java.util.Optional;

/**
 * A turn that is over.
 *
 * @param person whose, if the operator named them; here only, so that their data can be found and erased
 * @param input what began it; nothing for the bot's opening
 * @param outputs what came of it, in order
 */
public record FinishedTurn(Optional<PersonId> person, Optional<Envelope<Input>> input, List<Envelope<Output>> outputs) {

    public FinishedTurn {
        outputs = List.copyOf(outputs);
    }
}
