package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Slot;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexHookIntent;
import dev.sotto.lex.LexHookResponse;
import java.util.Optional;

/** Whether a hook's answer can be followed in this bot (Lex V2 developer guide, Lambda response). */
final class HookFit {

    private HookFit() {}

    static boolean fits(Bot bot, LexHookResponse response) {
        Optional<Intent> intent = response.intent().map(LexHookIntent::name).flatMap(bot::intent);
        if (response.intent().isPresent()
                && (intent.isEmpty() || !known(intent.get(), response.intent().get()))) {
            return false;
        }
        boolean speaks = !response.messages().isEmpty();
        return switch (response.dialogAction().type()) {
            case DELEGATE -> true;
            case ELICIT_INTENT -> speaks;
            case CONFIRM_INTENT -> speaks && intent.isPresent();
            case ELICIT_SLOT ->
                intent.flatMap(known -> slot(known, response))
                        .filter(slot -> speaks || slot.prompt().isPresent())
                        .isPresent();
            case CLOSE ->
                intent.isPresent()
                        && response.intent()
                                .flatMap(LexHookIntent::state)
                                .filter(HookFit::closes)
                                .isPresent();
            case NONE -> false;
        };
    }

    private static boolean known(Intent intent, LexHookIntent answered) {
        return answered.slots().keySet().stream()
                .allMatch(slot -> intent.slot(slot).isPresent());
    }

    private static Optional<Slot> slot(Intent intent, LexHookResponse response) {
        return response.dialogAction().slotToElicit().flatMap(intent::slot);
    }

    private static boolean closes(IntentState state) {
        return state == IntentState.FAILED || state == IntentState.FULFILLED || state == IntentState.IN_PROGRESS;
    }
}
