package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Slot;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexCard;
import dev.sotto.lex.LexHookIntent;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.LexMessage;
import dev.sotto.nlu.SlotName;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a hook's answer can be followed in this bot (Lex V2 developer guide, Lambda response). */
final class HookFit {

    private HookFit() {}

    /** Returns why an answer cannot be followed; nothing if it can. */
    static Optional<Decision> misfit(Bot bot, LexHookResponse response) {
        Optional<Intent> intent = response.intent().map(LexHookIntent::name).flatMap(bot::intent);
        if (response.intent().isPresent() && intent.isEmpty()) {
            return Optional.of(Decision.HOOK_INTENT_UNKNOWN);
        }
        if (intent.isPresent() && !knows(intent.get(), response)) {
            return Optional.of(Decision.HOOK_SLOT_UNKNOWN);
        }
        if (!response.messages().stream().allMatch(message -> isShowable(bot, message))) {
            return unless(false);
        }
        boolean speaks = !response.messages().isEmpty();
        return switch (response.dialogAction().type()) {
            case DELEGATE -> Optional.empty();
            case ELICIT_INTENT -> unless(speaks);
            case CONFIRM_INTENT -> unless(speaks && intent.isPresent());
            case ELICIT_SLOT -> intent.isPresent() ? question(intent.get(), response) : unless(false);
            case CLOSE ->
                unless(intent.isPresent()
                        && response.intent()
                                .flatMap(LexHookIntent::state)
                                .filter(HookFit::closes)
                                .isPresent());
            case NONE -> unless(false);
        };
    }

    /** A picture comes from a host that the bot lists, or the card is not shown. */
    private static boolean isShowable(Bot bot, LexMessage message) {
        return message.card()
                .flatMap(LexCard::imageUrl)
                .map(url -> bot.cardHosts().picture(url).isPresent())
                .orElse(true);
    }

    private static Optional<Decision> unless(boolean fits) {
        return fits ? Optional.empty() : Optional.of(Decision.HOOK_MISFIT);
    }

    private static boolean knows(Intent intent, LexHookResponse response) {
        Stream<SlotName> filled = response.intent().stream().flatMap(answered -> answered.slots().keySet().stream());
        return Stream.concat(filled, response.dialogAction().slotToElicit().stream())
                .allMatch(slot ->
                        intent.slot(slot).isPresent() || (!intent.parts(slot).isEmpty() && isEmptied(response, slot)));
    }

    /** A slot of several parts may be emptied or asked for as a whole, but has no value but those of its parts. */
    private static boolean isEmptied(LexHookResponse response, SlotName whole) {
        return response.intent()
                .map(intent -> intent.slots().getOrDefault(whole, Optional.empty()))
                .flatMap(value -> value)
                .isEmpty();
    }

    private static Optional<Decision> question(Intent intent, LexHookResponse response) {
        boolean there = !response.messages().isEmpty()
                || response.dialogAction()
                        .slotToElicit()
                        .flatMap(slot -> intent.slot(slot)
                                .or(() -> intent.parts(slot).stream().findFirst()))
                        .flatMap(Slot::prompt)
                        .isPresent();
        return there ? Optional.empty() : Optional.of(Decision.HOOK_QUESTION_MISSING);
    }

    private static boolean closes(IntentState state) {
        return state == IntentState.FAILED || state == IntentState.FULFILLED || state == IntentState.IN_PROGRESS;
    }
}
