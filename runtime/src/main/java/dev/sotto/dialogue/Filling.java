package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.bot.Limit;
import dev.sotto.bot.Slot;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.SlotMatch;
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

    /** Fills the slots of the intent under way. Of two values for one slot the later is meant,
     * "small, no, large", unless the slot takes several. */
    static Filling of(Draft draft, Intent definition, List<SlotMatch> matches) {
        boolean changed = false;
        boolean corrected = false;
        Optional<Slot> refused = Optional.empty();
        for (Slot slot : definition.slots()) {
            Optional<LexSlot> value = value(slot, matches);
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

    private static Optional<LexSlot> value(Slot slot, List<SlotMatch> matches) {
        List<LexSlot> values = matches.stream()
                .filter(match -> match.slot().equals(slot.name()))
                .map(match -> new LexSlot(Optional.of(match.original()), match.interpreted(), match.resolved()))
                .toList();
        List<LexSlot> settled =
                values.stream().filter(value -> !isAmbiguous(value)).distinct().toList();
        if (slot.arity() == Slot.Arity.SEVERAL && !settled.isEmpty()) {
            return Optional.of(LexSlot.list(settled));
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    private static boolean isAmbiguous(LexSlot value) {
        return value.interpretedValue().isEmpty();
    }

    private static boolean accepts(Slot slot, LexSlot value) {
        if (slot.limit().isEmpty()) {
            return true;
        }
        return value.values().isEmpty()
                ? isWithin(slot.limit().get(), value)
                : value.values().stream().allMatch(one -> isWithin(slot.limit().get(), one));
    }

    private static boolean isWithin(Limit limit, LexSlot value) {
        return value.interpretedValue()
                .map(chosen -> Amounts.within(chosen.reveal(), limit))
                .orElse(true);
    }

    private static boolean differs(Draft draft, Slot slot, LexSlot value) {
        return value.interpretedValue().isPresent()
                && !draft.value(slot.name()).flatMap(LexSlot::interpretedValue).equals(value.interpretedValue());
    }
}
