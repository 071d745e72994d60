package dev.sotto.dialogue;

import dev.sotto.bot.Hook;
import dev.sotto.bot.Intent;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.InvocationSource;
import dev.sotto.lex.LexHookEvent;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexInterpretation;
import dev.sotto.lex.LexProposal;
import dev.sotto.lex.LexSessionState;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.SlotName;
import dev.sotto.turn.HookId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the call to a hook out of what the conversation has come to. */
final class HookCalls {

    /** More calls than this in one turn are hooks that send each other round in circles. */
    static final int MAX_PER_TURN = 5;

    private HookCalls() {}

    /** Calls a hook of the intent under way and waits for it. */
    static void call(Draft draft, Hook hook, InvocationSource source, Words words) {
        call(draft, hook, source, Optional.empty(), words);
    }

    /**
     * Calls a hook of the intent under way and waits for it.
     *
     * @param place where in the intent it is called, if a passage does
     */
    static void call(Draft draft, Hook hook, InvocationSource source, Optional<String> place, Words words) {
        if (draft.hooks >= MAX_PER_TURN) {
            draft.decided(Decision.HOOKS_CIRCLED);
            Flow.broken(draft);
            return;
        }
        LexIntent active = draft.active().orElseThrow();
        HookId id = new HookId(draft.turn, ++draft.hooks);
        Words told = hook.transcript() == Hook.Transcript.SENT ? words : words.withheld();
        LexHookEvent event = new LexHookEvent(
                source,
                hook.label(),
                words.mode(),
                draft.ranking.stream()
                        .map(ranked -> reading(draft, active, ranked))
                        .toList(),
                proposal(draft, active, source),
                sessionState(draft),
                told.transcriptions());
        Words kept = mayTellFurther(draft, source) ? words : words.withheld();
        draft.hook = Optional.of(new PendingHook(id, source, place, kept.mode(), kept.transcriptions()));
        draft.effect(new Effect.CallHook(new HookCall(id, active.name(), hook, event)));
    }

    /** Tells whether the fulfilment hook that may follow is one that may have the words. */
    private static boolean mayTellFurther(Draft draft, InvocationSource source) {
        return source == InvocationSource.DIALOG_CODE_HOOK
                && draft.definition()
                        .flatMap(Intent::fulfilmentHook)
                        .filter(next -> next.transcript() == Hook.Transcript.SENT)
                        .isPresent();
    }

    private static LexInterpretation reading(Draft draft, LexIntent active, Ranked ranked) {
        OptionalDouble confidence = OptionalDouble.of(ranked.confidence());
        return ranked.intent().equals(active.name())
                ? new LexInterpretation(active, confidence)
                : new LexInterpretation(untouched(draft, ranked), confidence);
    }

    private static LexIntent untouched(Draft draft, Ranked ranked) {
        Map<SlotName, Optional<LexSlot>> slots = new LinkedHashMap<>();
        draft.bot
                .intent(ranked.intent())
                .map(Intent::slots)
                .orElse(List.of())
                .forEach(slot -> slots.put(slot.name(), Optional.empty()));
        return new LexIntent(ranked.intent(), slots, IntentState.IN_PROGRESS, ConfirmationState.NONE);
    }

    private static Optional<LexProposal> proposal(Draft draft, LexIntent active, InvocationSource source) {
        boolean asks =
                source == InvocationSource.DIALOG_CODE_HOOK && draft.action.type() == DialogActionType.ELICIT_SLOT;
        return asks ? Optional.of(new LexProposal(draft.action, active, draft.attempt)) : Optional.empty();
    }

    private static LexSessionState sessionState(Draft draft) {
        LexSessionState all = draft.snapshot().toLex();
        return new LexSessionState(
                Optional.empty(),
                all.intent(),
                all.activeContexts(),
                all.sessionAttributes(),
                all.originatingRequestId());
    }
}
