package dev.sotto.trace;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Slot;
import dev.sotto.dialogue.State;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSlot;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.SlotValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A state in words, to be held against another one. A secret is not shown. */
final class Snapshot {

    private static final String HIDDEN = "••••";
    private static final String NOTHING = "nothing";

    private final Map<String, String> facts = new LinkedHashMap<>();

    Snapshot(Bot bot, State state) {
        state.intent().ifPresent(intent -> add(bot, intent));
        state.attributes()
                .forEach((name, attribute) ->
                        facts.put("attribute " + name, shown(Optional.of(attribute.value()), attribute.dataClass())));
        state.contexts().forEach(context -> facts.put("context " + context.name(), "active"));
        state.suspended()
                .forEach(left -> facts.put("left for later " + left.intent().name(), "yes"));
        if (state.misunderstandings() > 0) {
            facts.put("misunderstandings in a row", String.valueOf(state.misunderstandings()));
        }
    }

    private void add(Bot bot, LexIntent intent) {
        facts.put("intent", intent.name().value());
        facts.put("its state", intent.state().lexName());
        facts.put("its confirmation", intent.confirmationState().lexName());
        intent.slots().forEach((name, value) -> {
            DataClass dataClass = bot.intent(intent.name())
                    .flatMap(known -> known.slot(name))
                    .map(Slot::dataClass)
                    .orElse(DataClass.PERSONAL);
            value.ifPresent(filled -> facts.put("slot " + name, shown(value(filled), dataClass)));
        });
    }

    private static Optional<SlotValue> value(LexSlot slot) {
        return slot.interpretedValue().or(slot::originalValue);
    }

    private static String shown(Optional<SlotValue> value, DataClass dataClass) {
        return dataClass == DataClass.SECRET
                ? HIDDEN
                : value.map(SlotValue::reveal).orElse(NOTHING);
    }

    /** Returns what is different in a later one: {@code slot size: nothing → large}. */
    List<String> changesTo(Snapshot later) {
        Set<String> names = new LinkedHashSet<>(later.facts.keySet());
        names.addAll(facts.keySet());
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            String before = facts.getOrDefault(name, NOTHING);
            String after = later.facts.getOrDefault(name, NOTHING);
            if (!before.equals(after)) {
                changes.add(name + ": " + before + " → " + after);
            }
        }
        return changes;
    }
}
