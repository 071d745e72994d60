package dev.sotto.bot.testing;

import dev.sotto.dialogue.HookCall;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.InvocationSource;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexHookIntent;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.LexMessage;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.turn.HookAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of what a test says about a hook the answer that such a hook would give. */
final class HookScript {

    private HookScript() {}

    /** Returns what a hook was told of something. */
    static String told(Expected.Fact fact, HookCall call) {
        return switch (fact.aspect()) {
            case INTENT -> call.intent().value();
            case LABEL -> call.hook().label().orElse("");
            default -> slot(fact.key(), call);
        };
    }

    private static String slot(String name, HookCall call) {
        return call.event().sessionState().intent().stream()
                .flatMap(intent -> intent.slots().entrySet().stream())
                .filter(slot -> slot.getKey().value().equals(name))
                .flatMap(slot -> slot.getValue().stream())
                .flatMap(value -> value.interpretedValue().stream())
                .map(value -> value.reveal())
                .findFirst()
                .orElse("");
    }

    static HookAnswer answer(ScriptedHook script, HookCall call) {
        if (script.failure().isPresent()) {
            return new HookAnswer.Failed(script.failure().get());
        }
        boolean fulfils = call.event().source() == InvocationSource.FULFILLMENT_CODE_HOOK;
        DialogActionType type = script.action().orElse(fulfils ? DialogActionType.CLOSE : DialogActionType.DELEGATE);
        Optional<IntentState> state = type == DialogActionType.CLOSE
                ? script.state().or(() -> Optional.of(IntentState.FULFILLED))
                : script.state();
        Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
        script.slots().forEach((name, value) -> slots.put(name, Optional.of(slot(value))));
        return new HookAnswer.Answered(new LexHookResponse(
                new LexDialogAction(type, script.slotToAsk()),
                Optional.of(new LexHookIntent(call.intent(), slots, state, Optional.empty())),
                script.attributes().isEmpty() ? Optional.empty() : Optional.of(attributes(script)),
                Optional.empty(),
                script.says().stream()
                        .map(words -> new LexMessage(new Saying(words)))
                        .toList()));
    }

    private static Map<String, SlotValue> attributes(ScriptedHook script) {
        Map<String, SlotValue> attributes = new LinkedHashMap<>();
        script.attributes().forEach((name, value) -> attributes.put(name, new SlotValue(value)));
        return attributes;
    }

    private static LexSlot slot(String value) {
        return new LexSlot(Optional.empty(), Optional.of(new SlotValue(value)), List.of(new SlotValue(value)));
    }
}
