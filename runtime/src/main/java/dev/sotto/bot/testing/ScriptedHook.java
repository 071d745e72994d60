package dev.sotto.bot.testing;

import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.nlu.SlotName;
import dev.sotto.turn.HookAnswer;
import dev.sotto.yaml.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a hook answers in a test.
 *
 * @param position where it stands
 * @param failure how the call fails, if it does; then nothing else matters
 * @param action what the hook wants done next; absent for the usual: Close after fulfilment, Delegate before
 * @param slotToAsk the slot to ask for, with ElicitSlot
 * @param state what becomes of the intent; absent for the usual: Fulfilled with Close
 * @param slots values that the hook sets
 * @param attributes session attributes that it sets
 * @param says its own words
 * @param expected what it should have been told
 */
public record ScriptedHook(
        Position position,
        Optional<HookAnswer.Failure> failure,
        Optional<DialogActionType> action,
        Optional<SlotName> slotToAsk,
        Optional<IntentState> state,
        Map<SlotName, String> slots,
        Map<String, String> attributes,
        List<String> says,
        List<Expected.Fact> expected) {

    public ScriptedHook {
        slots = Map.copyOf(slots);
        attributes = Map.copyOf(attributes);
        says = List.copyOf(says);
        expected = List.copyOf(expected);
    }
}
