package dev.sotto.bot;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import java.util.List;
import java.util.Optional;

/**
 * Something a person may want.
 *
 * @param says sample utterances
 * @param slots by priority: the order in which they are asked for
 * @param confirmation the question before fulfilment
 * @param dialogHook asked at each turn of this intent (Lex's DialogCodeHook)
 * @param fulfilmentHook does what was asked for (Lex's FulfillmentCodeHook); without one the bot's answer is all there
 *     is to do
 * @param answer said once fulfilled, unless a hook brought messages of its own
 * @param failure said when fulfilment failed
 * @param then what happens to the conversation after that
 * @param requires who may use it
 */
public record Intent(
        IntentName name,
        List<Example> says,
        List<Slot> slots,
        Optional<Confirmation> confirmation,
        Optional<Hook> dialogHook,
        Optional<Hook> fulfilmentHook,
        Optional<Message> answer,
        Optional<Message> failure,
        Ending then,
        Requirement requires) {

    public Intent {
        says = List.copyOf(says);
        slots = List.copyOf(slots);
    }

    /** Returns the slot of that name. */
    public Optional<Slot> slot(SlotName wanted) {
        return slots.stream().filter(slot -> slot.name().equals(wanted)).findFirst();
    }
}
