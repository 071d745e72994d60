package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.bot.Slot;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.turn.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells those who may see it what the bot has understood so far. A secret slot is shown as filled, not with what. */
final class SoFar {

    private SoFar() {}

    static Output.Understood understood(LexIntent active, Intent definition, List<Ranked> ranking) {
        Map<SlotName, Optional<SlotValue>> values = new LinkedHashMap<>();
        DataClass dataClass = DataClass.PUBLIC;
        for (Slot slot : definition.slots()) {
            Optional<SlotValue> value = active.slots()
                    .getOrDefault(slot.name(), Optional.empty())
                    .flatMap(LexSlot::interpretedValue)
                    .map(found -> slot.dataClass() == DataClass.SECRET ? new SlotValue(Render.HIDDEN) : found);
            values.put(slot.name(), value);
            dataClass = value.isPresent() ? dataClass.max(shown(slot)) : dataClass;
        }
        return new Output.Understood(
                active.name(),
                confidence(active, ranking),
                values,
                dataClass,
                active.state(),
                active.confirmationState());
    }

    private static DataClass shown(Slot slot) {
        return slot.dataClass() == DataClass.SECRET ? DataClass.PERSONAL : slot.dataClass();
    }

    private static double confidence(LexIntent active, List<Ranked> ranking) {
        return ranking.stream()
                .filter(ranked -> ranked.intent().equals(active.name()))
                .mapToDouble(Ranked::confidence)
                .findFirst()
                .orElse(1);
    }
}
