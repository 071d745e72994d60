package dev.sotto.lex;

import dev.sotto.lex.MalformedAnswerException.Flaw;
import dev.sotto.sensitive.SlotValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the answer of a hook must hold whatever the bot (Lex V2 developer guide, Lambda response): each action what it
 * needs, and nothing beyond Lex's limits.
 */
public final class LexAnswerRules {

    private static final int MAX_MESSAGES = 10;
    private static final int MAX_MESSAGE = 1024;
    private static final int MAX_ATTRIBUTES = 12 * 1024;
    private static final int MAX_RESOLVED = 5;

    private LexAnswerRules() {}

    /**
     * Returns an answer that keeps to the rules.
     *
     * @throws MalformedAnswerException if it does not
     */
    public static LexHookResponse checked(@Nullable LexHookResponse response) {
        if (response == null) {
            throw new MalformedAnswerException(Flaw.JSON);
        }
        messages(response);
        response.sessionAttributes().ifPresent(LexAnswerRules::attributes);
        response.intent().ifPresent(LexAnswerRules::slots);
        action(response);
        return response;
    }

    private static void messages(LexHookResponse response) {
        require(response.messages().size() <= MAX_MESSAGES, Flaw.MESSAGES);
        for (LexMessage message : response.messages()) {
            String text = message.content().reveal();
            int length = text.codePointCount(0, text.length());
            require(length >= 1 && length <= MAX_MESSAGE, Flaw.MESSAGES);
        }
    }

    private static void attributes(Map<String, SlotValue> values) {
        int bytes = values.entrySet().stream()
                .mapToInt(
                        entry -> bytes(entry.getKey()) + bytes(entry.getValue().reveal()))
                .sum();
        require(bytes <= MAX_ATTRIBUTES && !values.containsKey(""), Flaw.ATTRIBUTES);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void slots(LexHookIntent intent) {
        for (Optional<LexSlot> slot : intent.slots().values()) {
            require(
                    slot.map(LexSlot::resolvedValues)
                            .filter(all -> all.size() > MAX_RESOLVED)
                            .isEmpty(),
                    Flaw.SLOT);
        }
    }

    private static void action(LexHookResponse response) {
        DialogActionType type = response.dialogAction().type();
        Optional<IntentState> state = response.intent().flatMap(LexHookIntent::state);
        boolean asks = type == DialogActionType.ELICIT_INTENT || type == DialogActionType.CONFIRM_INTENT;
        boolean needsAnIntent = type == DialogActionType.ELICIT_SLOT
                || type == DialogActionType.CONFIRM_INTENT
                || type == DialogActionType.CLOSE;
        require(type != DialogActionType.NONE, Flaw.DIALOG_ACTION);
        require(!needsAnIntent || response.intent().isPresent(), Flaw.NO_INTENT);
        require(!asks || !response.messages().isEmpty(), Flaw.NO_MESSAGE);
        require(
                type != DialogActionType.CLOSE
                        || state.filter(LexAnswerRules::closes).isPresent(),
                Flaw.STATE);
        require(
                type == DialogActionType.DELEGATE
                        || state.filter(IntentState.READY_FOR_FULFILLMENT::equals)
                                .isEmpty(),
                Flaw.STATE);
    }

    private static boolean closes(IntentState state) {
        return state == IntentState.FAILED || state == IntentState.FULFILLED || state == IntentState.IN_PROGRESS;
    }

    private static void require(boolean holds, Flaw flaw) {
        if (!holds) {
            throw new MalformedAnswerException(flaw);
        }
    }
}
