package dev.sotto.bot;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import java.util.List;
import java.util.Optional;

/**
 * Something a person may want.
 *
 * @param role what it is for
 * @param says sample utterances
 * @param begin what happens before anything is asked
 * @param slots by priority: the order in which they are asked for
 * @param confirmation the question before fulfilment
 * @param dialogHook asked at each turn of this intent (Lex's DialogCodeHook)
 * @param fulfilmentHook does what was asked for (Lex's FulfillmentCodeHook); without one the bot's answer is all there is
 *     to do
 * @param updates what is said while the fulfilment hook is at work
 * @param outcomes what follows
 * @param needs the contexts that must all be active for the intent to be understood
 * @param gives the contexts that become active when it is fulfilled
 * @param requires who may use it
 */
public record Intent(
        IntentName name,
        Role role,
        List<Example> says,
        Passage begin,
        List<Slot> slots,
        Optional<Confirmation> confirmation,
        Optional<Hook> dialogHook,
        Optional<Hook> fulfilmentHook,
        Updates updates,
        Outcomes outcomes,
        List<String> needs,
        List<OutputContext> gives,
        Requirement requires) {

    public Intent {
        says = List.copyOf(says);
        slots = List.copyOf(slots);
        needs = List.copyOf(needs);
        gives = List.copyOf(gives);
    }

    /** What an intent is for. */
    public enum Role {
        /** What a person may ask for. */
        WISH,
        /** What begins when nothing was understood (Lex's FallbackIntent). */
        FALLBACK
    }

    /** Returns whether any part of it calls a hook. */
    public boolean callsOut() {
        return dialogHook.isPresent()
                || fulfilmentHook.isPresent()
                || Place.all(this).stream()
                        .anyMatch(standing -> standing.passage().next() instanceof Next.Call)
                || slots.stream().anyMatch(slot -> slot.eachTry().isPresent())
                || confirmation.flatMap(Confirmation::eachTry).isPresent();
    }

    /** Returns the parts of a slot of several parts, by priority; none if there is no such slot. */
    public List<Slot> parts(SlotName whole) {
        return slots.stream()
                .filter(slot ->
                        slot.part().map(Part::whole).filter(whole::equals).isPresent())
                .toList();
    }

    /** Returns the slot of that name. */
    public Optional<Slot> slot(SlotName wanted) {
        for (Slot slot : slots) {
            if (slot.name().equals(wanted)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }
}
