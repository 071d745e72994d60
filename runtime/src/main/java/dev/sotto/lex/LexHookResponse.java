package dev.sotto.lex;

import java.util.List;

/**
 * What a hook answers (Lex V2 developer guide, Lambda response).
 *
 * @param attributes whether the answer carried session attributes, which replace the stored ones, or left them alone
 */
public record LexHookResponse(LexSessionState sessionState, List<LexMessage> messages, Attributes attributes) {

    public LexHookResponse {
        messages = List.copyOf(messages);
    }

    /** What happens to the stored session attributes. */
    public enum Attributes {
        KEPT,
        REPLACED
    }
}
