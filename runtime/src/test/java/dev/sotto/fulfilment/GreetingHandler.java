package dev.sotto.fulfilment;

import dev.sotto.hook.HookHandler;
import dev.sotto.hook.HookRequest;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexHookIntent;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.LexMessage;
import dev.sotto.nlu.IntentName;
import dev.sotto.sensitive.Saying;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers every intent with a greeting. */
public final class GreetingHandler implements HookHandler {

    @Override
    public String name() {
        return "greeting";
    }

    @Override
    public LexHookResponse handle(HookRequest request) {
        IntentName intent =
                request.event().sessionState().intent().orElseThrow().name();
        return new LexHookResponse(
                LexDialogAction.of(DialogActionType.CLOSE),
                Optional.of(new LexHookIntent(intent, Map.of(), Optional.of(IntentState.FULFILLED), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                List.of(new LexMessage(new Saying("Good day."))));
    }
}
