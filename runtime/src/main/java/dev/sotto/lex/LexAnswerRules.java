package dev.sotto.lex;

import dev.sotto.lex.MalformedAnswerException.Flaw;
import dev.sotto.sensitive.Saying;
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
    private static final int MAX_CARD_TEXT = 250;
    private static final int MAX_BUTTONS = 5;
    private static final int MAX_BUTTON = 50;
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
            require(
                    (message.type() == LexContentType.IMAGE_RESPONSE_CARD)
                            == message.card().isPresent(),
                    Flaw.MESSAGES);
            message.card().ifPresentOrElse(LexAnswerRules::card, () -> words(message.content(), MAX_MESSAGE));
        }
    }

    private static void card(LexCard card) {
        words(card.title(), MAX_CARD_TEXT);
        card.subtitle().ifPresent(text -> words(text, MAX_CARD_TEXT));
        card.imageUrl().ifPresent(url -> words(new Saying(url), MAX_CARD_TEXT));
        require(card.buttons().size() <= MAX_BUTTONS, Flaw.MESSAGES);
        for (LexCard.Button button : card.buttons()) {
            words(new Saying(button.text()), MAX_BUTTON);
            words(new Saying(button.value()), MAX_BUTTON);
        }
    }

    private static void words(Saying saying, int most) {
        String text = saying.reveal();
        int length = text.codePointCount(0, text.length());
        require(length >= 1 && length <= most, Flaw.MESSAGES);
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
