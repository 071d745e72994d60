package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.bot.Slot;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.sensitive.SlotValue;
import java.util.List;
import java.util.Optional;

/**
 * What came of filling slots.
 *
 * @param changed whether a slot has another value than before
 * @param corrected whether one of those had a value before
 * @param refused the first slot, by priority, whose new value is outside its limit; it is empty now
 */
record Filling(boolean changed, boolean corrected, Optional<Slot> refused) {

    /** Tells whether anything was said that is of use. */
    boolean isNews() {
        return changed || refused.isPresent();
    }

    /** Fills the slots of the intent under way. Of two values for one slot the later is meant: "small, no, large". */
    static Filling of(Draft draft, Intent definition, List<SlotMatch> matches) {
        boolean changed = false;
        boolean corrected = false;
        Optional<Slot> refused = Optional.empty();
        for (Slot slot : definition.slots()) {
            Optional<LexSlot> value = last(slot, matches);
            if (value.isEmpty() || (isAmbiguous(value.get()) && draft.isFilled(slot.name()))) {
                continue;
            }
            boolean accepted = accepts(slot, value.get());
            boolean differs = accepted && differs(draft, slot, value.get());
            changed |= differs;
            corrected |= differs && draft.isFilled(slot.name());
            draft.fill(slot.name(), value.filter(any -> accepted));
            refused = refused.or(() -> accepted ? Optional.empty() : Optional.of(slot));
        }
        return new Filling(changed, corrected, refused);
    }

    private static Optional<LexSlot> last(Slot slot, List<SlotMatch> matches) {
        return matches.stream()
                .filter(match -> match.slot().equals(slot.name()))
                .reduce((earlier, later) -> later)
                .map(match -> new LexSlot(Optional.of(match.original()), match.interpreted(), match.resolved()));
    }

    private static boolean isAmbiguous(LexSlot value) {
        return value.interpretedValue().isEmpty();
    }

    private static boolean accepts(Slot slot, LexSlot value) {
        Optional<String> chosen = value.interpretedValue().map(SlotValue::reveal);
        return slot.limit().isEmpty()
                || chosen.isEmpty()
                || Amounts.within(chosen.get(), slot.limit().get());
    }

    private static boolean differs(Draft draft, Slot slot, LexSlot value) {
        return value.interpretedValue().isPresent()
                && !draft.value(slot.name()).flatMap(LexSlot::interpretedValue).equals(value.interpretedValue());
    }
}
