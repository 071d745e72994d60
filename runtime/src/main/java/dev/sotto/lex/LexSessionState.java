package dev.sotto.lex;

import dev.sotto.sensitive.SlotValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a conversation as Lex V2 has it (runtime API, SessionState).
 *
 * @param originatingRequestId what began a chain of requests, in the words of whoever began it; kept as it came
 */
public record LexSessionState(
        Optional<LexDialogAction> dialogAction,
        Optional<LexIntent> intent,
        List<LexActiveContext> activeContexts,
        Map<String, SlotValue> sessionAttributes,
        Optional<String> originatingRequestId) {

    public LexSessionState {
        activeContexts = List.copyOf(activeContexts);
        sessionAttributes = Map.copyOf(sessionAttributes);
    }
}
