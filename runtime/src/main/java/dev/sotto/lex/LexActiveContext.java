package dev.sotto.lex;

import dev.sotto.sensitive.SlotValue;
import java.util.Map;

/**
 * A context that is active, as Lex V2 has it.
 *
 * @param secondsToLive 5 to 86,400
 * @param turnsToLive 1 to 20
 */
public record LexActiveContext(
        String name, int secondsToLive, int turnsToLive, Map<String, SlotValue> contextAttributes) {

    public LexActiveContext {
        contextAttributes = Map.copyOf(contextAttributes);
    }
}
