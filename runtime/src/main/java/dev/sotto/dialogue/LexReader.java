package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Place;
import dev.sotto.dialogue.FromLex.Misfit;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.LexActiveContext;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSessionState;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.SlotValue;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds a state from Lex's session state, if that fits the bot (runtime API, SessionState and what it holds). */
final class LexReader {

    private static final int MAX_RESOLVED = 5;

    private final Bot bot;
    private final LexSessionState lex;
    private final Set<Misfit> misfits = EnumSet.noneOf(Misfit.class);

    LexReader(Bot bot, LexSessionState lex) {
        this.bot = bot;
        this.lex = lex;
    }

    FromLex read() {
        Optional<LexIntent> intent = lex.intent().flatMap(this::intent);
        LexDialogAction action = lex.dialogAction()
                .orElse(LexDialogAction.of(
                        lex.intent().isPresent() ? DialogActionType.DELEGATE : DialogActionType.ELICIT_INTENT));
        check(action);
        contexts();
        Map<String, Attribute> attributes = attributes();
        return misfits.isEmpty()
                ? new FromLex.Taken(state(intent, action, attributes))
                : new FromLex.Refused(List.copyOf(misfits));
    }

    private State state(Optional<LexIntent> intent, LexDialogAction action, Map<String, Attribute> attributes) {
        return new State(
                0,
                0,
                Phase.OPEN,
                intent,
                action,
                0,
                0,
                intent.map(active -> List.of(new Ranked(active.name(), 1))).orElse(List.of()),
                attributes,
                lex.activeContexts(),
                Optional.empty(),
                0,
                intent.map(LexReader::passed).orElse(Set.of()),
                List.of(),
                List.of(),
                Duration.ZERO,
                Optional.empty(),
                lex.originatingRequestId());
    }

    /** What is already there was dealt with by whoever put it there. */
    private static Set<Place> passed(LexIntent intent) {
        Set<Place> passed = new HashSet<>();
        passed.add(Place.of(Place.Point.BEGIN));
        intent.slots()
                .forEach((slot, value) -> value.ifPresent(filled -> passed.add(Place.of(Place.Point.CAPTURED, slot))));
        return passed;
    }

    private Optional<LexIntent> intent(LexIntent given) {
        Optional<Intent> known = bot.intent(given.name());
        check(known.isPresent(), Misfit.INTENT_UNKNOWN);
        return known.map(definition -> whole(definition, given));
    }

    /** Lex leaves out or nulls what is empty; here every slot has its place, in the bot's order. */
    private LexIntent whole(Intent definition, LexIntent given) {
        Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
        definition.slots().forEach(slot -> slots.put(slot.name(), Optional.empty()));
        given.slots().forEach((name, value) -> {
            boolean emptyWhole = value.isEmpty() && !definition.parts(name).isEmpty();
            check(slots.containsKey(name) || emptyWhole, Misfit.SLOT_UNKNOWN);
            value.ifPresent(this::check);
            if (!emptyWhole) {
                slots.put(name, value);
            }
        });
        return new LexIntent(given.name(), slots, given.state(), given.confirmationState());
    }

    private void check(LexSlot slot) {
        boolean chosen = slot.interpretedValue().map(SlotValue::length).orElse(1) > 0;
        check(chosen && slot.resolvedValues().size() <= MAX_RESOLVED, Misfit.SLOT_MALFORMED);
    }

    private void check(LexDialogAction action) {
        boolean needsIntent = action.type() == DialogActionType.ELICIT_SLOT
                || action.type() == DialogActionType.CONFIRM_INTENT
                || action.type() == DialogActionType.DELEGATE;
        check(!needsIntent || lex.intent().isPresent(), Misfit.INTENT_MISSING);
        Optional<Intent> about = lex.intent().flatMap(intent -> bot.intent(intent.name()));
        action.slotToElicit()
                .ifPresent(slot ->
                        about.ifPresent(intent -> check(intent.slot(slot).isPresent(), Misfit.SLOT_UNKNOWN)));
    }

    private void contexts() {
        check(lex.activeContexts().size() <= LexActiveContext.MAX_CONTEXTS, Misfit.CONTEXTS_TOO_MANY);
        lex.activeContexts().forEach(context -> check(context.isWithinLimits(), Misfit.CONTEXT_MALFORMED));
    }

    private Map<String, Attribute> attributes() {
        Map<String, Attribute> attributes = new HashMap<>();
        lex.sessionAttributes().forEach((name, value) -> {
            check(!name.isEmpty(), Misfit.ATTRIBUTE_MALFORMED);
            attributes.put(name, new Attribute(value, DataClass.PERSONAL));
        });
        return attributes;
    }

    private void check(boolean holds, Misfit misfit) {
        if (!holds) {
            misfits.add(misfit);
        }
    }
}
