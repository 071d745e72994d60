package dev.sotto.lex;

import dev.sotto.sensitive.SlotValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a hook answers (Lex V2 developer guide, Lambda response).
 *
 * @param intent required by every action but Delegate and ElicitIntent
 * @param sessionAttributes take the place of all that are stored; absent to leave them
 * @param activeContexts take the place of all that are stored; absent to leave them
 * @param messages said in this order, the last one being the question if the action asks one
 */
public record LexHookResponse(
        LexDialogAction dialogAction,
        Optional<LexHookIntent> intent,
        Optional<Map<String, SlotValue>> sessionAttributes,
        Optional<List<LexActiveContext>> activeContexts,
        List<LexMessage> messages) {

    public LexHookResponse {
        sessionAttributes = sessionAttributes.map(Map::copyOf);
        activeContexts = activeContexts.map(List::copyOf);
        messages = List.copyOf(messages);
    }
}
