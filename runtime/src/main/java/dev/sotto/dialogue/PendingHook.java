package dev.sotto.dialogue;

import dev.sotto.lex.InputMode;
import dev.sotto.lex.InvocationSource;
import dev.sotto.lex.LexTranscription;
import dev.sotto.turn.HookId;
import java.util.List;
import java.util.Optional;

/**
 * A hook whose answer the dialogue waits for.
 *
 * @param purpose why it was called
 * @param call the place in the intent that it was called from; absent for the hooks of a turn and of the fulfilment
 * @param mode how the input of this turn came
 * @param transcriptions the person's words, only if a further hook of this turn may have them; gone with the answer
 */
public record PendingHook(
        HookId id,
        InvocationSource purpose,
        Optional<String> call,
        InputMode mode,
        List<LexTranscription> transcriptions) {

    public PendingHook {
        transcriptions = List.copyOf(transcriptions);
    }
}
