package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.bot.OutputContext;
import dev.sotto.bot.Slot;
import dev.sotto.lex.LexActiveContext;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSlot;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.SlotValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How active contexts age: by turns and by seconds, whichever runs out first. */
final class Contexts {

    private Contexts() {}

    static List<LexActiveContext> afterTurn(List<LexActiveContext> contexts) {
        return aged(contexts, context -> with(context, context.secondsToLive(), context.turnsToLive() - 1));
    }

    static List<LexActiveContext> afterSeconds(List<LexActiveContext> contexts, long seconds) {
        return aged(
                contexts,
                context -> with(context, (int) Math.max(0, context.secondsToLive() - seconds), context.turnsToLive()));
    }

    private static List<LexActiveContext> aged(List<LexActiveContext> contexts, UnaryOperator<LexActiveContext> older) {
        if (contexts.isEmpty()) {
            return contexts;
        }
        return contexts.stream()
                .map(older)
                .filter(context -> context.turnsToLive() > 0 && context.secondsToLive() > 0)
                .toList();
    }

    /** Returns whether all the contexts that an intent needs are active. */
    static boolean admit(Intent intent, List<LexActiveContext> contexts) {
        return intent.needs().stream()
                .allMatch(needed ->
                        contexts.stream().anyMatch(active -> active.name().equals(needed)));
    }

    /** Returns the contexts after an intent was fulfilled: those it gives carry the values of its slots. */
    static List<LexActiveContext> afterFulfilment(Intent intent, LexIntent filled, List<LexActiveContext> contexts) {
        List<LexActiveContext> all = new ArrayList<>(contexts);
        for (OutputContext given : intent.gives()) {
            all.removeIf(active -> active.name().equals(given.name()));
            all.add(
                    0,
                    new LexActiveContext(
                            given.name(),
                            Math.toIntExact(given.time().toSeconds()),
                            given.turns(),
                            carried(intent, filled)));
        }
        return all.subList(0, Math.min(all.size(), LexActiveContext.MAX_CONTEXTS));
    }

    /** A secret is carried nowhere. */
    private static Map<String, SlotValue> carried(Intent intent, LexIntent filled) {
        Map<String, SlotValue> values = new LinkedHashMap<>();
        for (Slot slot : intent.slots()) {
            if (slot.dataClass() != DataClass.SECRET && values.size() < LexActiveContext.MAX_ATTRIBUTES) {
                filled.slots()
                        .getOrDefault(slot.name(), Optional.empty())
                        .flatMap(LexSlot::interpretedValue)
                        .ifPresent(value -> values.put(slot.name().value(), value));
            }
        }
        return values;
    }

    private static LexActiveContext with(LexActiveContext context, int seconds, int turns) {
        return new LexActiveContext(context.name(), seconds, turns, context.contextAttributes());
    }
}
