package dev.sotto.dialogue;

import dev.sotto.bot.Confirmation;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Message;
import dev.sotto.bot.Slot;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.InvocationSource;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexIntent;
import dev.sotto.nlu.IntentName;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Output;
import java.util.Optional;

/**
 * Where an intent goes next, in Lex's order: the slots by priority, the confirmation, the fulfilment, the end. Each way
 * through here ends in an output that waits for the person, in a hook, or in the end of the conversation.
 */
final class Flow {

    /** The conversation goes on. */
    static final Ending ON = new Ending.Continue();

    private Flow() {}

    /** Goes on with the intent under way, asking its dialogue hook first if this turn has not yet. */
    static void advance(Draft draft, Optional<Words> words) {
        propose(draft);
        Optional<Hook> hook = draft.definition().flatMap(Intent::dialogHook);
        if (hook.isPresent() && words.isPresent()) {
            HookCalls.call(draft, hook.get(), InvocationSource.DIALOG_CODE_HOOK, words.get());
        } else {
            perform(draft, words.orElse(Words.NONE));
        }
    }

    /** Goes on without asking the dialogue hook: it has answered. */
    static void perform(Draft draft, Words words) {
        propose(draft);
        Intent definition = draft.definition().orElseThrow();
        if (isDenied(draft)) {
            decline(draft, definition);
        } else if (draft.action.slotToElicit().isPresent()) {
            Slot slot = definition.slot(draft.action.slotToElicit().get()).orElseThrow();
            draft.ask(slot.prompt().orElseThrow().attempt(draft.attempt));
            finish(draft);
        } else if (draft.isConfirming()) {
            draft.ask(definition.confirmation().orElseThrow().prompt().attempt(draft.attempt));
            finish(draft);
        } else {
            fulfil(draft, definition, words);
        }
    }

    /** Sets the action to what comes next. A prompt that is to be put again keeps its number of attempts. */
    private static void propose(Draft draft) {
        if (isDenied(draft)) {
            return;
        }
        Intent definition = draft.definition().orElseThrow();
        Optional<Slot> asked = draft.action
                .slotToElicit()
                .flatMap(definition::slot)
                .filter(slot -> slot.prompt().isPresent() && !draft.isFilled(slot.name()));
        if (asked.isPresent()) {
            return;
        }
        Optional<Slot> missing = definition.slots().stream()
                .filter(slot -> slot.constraint() == Slot.Constraint.REQUIRED && !draft.isFilled(slot.name()))
                .findFirst();
        if (missing.isPresent()) {
            draft.next(
                    new LexDialogAction(
                            DialogActionType.ELICIT_SLOT,
                            Optional.of(missing.get().name())),
                    0);
        } else if (needsConfirmation(draft, definition)) {
            draft.next(LexDialogAction.of(DialogActionType.CONFIRM_INTENT), draft.isConfirming() ? draft.attempt : 0);
        } else {
            draft.next(LexDialogAction.of(DialogActionType.DELEGATE), 0);
        }
    }

    private static boolean isDenied(Draft draft) {
        return draft.active()
                .filter(active -> active.confirmationState() == ConfirmationState.DENIED)
                .isPresent();
    }

    private static boolean needsConfirmation(Draft draft, Intent definition) {
        return definition.confirmation().isPresent()
                && draft.active()
                        .filter(active -> active.confirmationState() == ConfirmationState.CONFIRMED)
                        .isEmpty();
    }

    /** Tells whether nothing is left to ask. */
    static boolean isComplete(Draft draft) {
        propose(draft);
        return !isDenied(draft) && draft.action.type() == DialogActionType.DELEGATE;
    }

    /** Does what was asked for. This is the second place where the verdict is looked at. */
    static void fulfil(Draft draft, Intent definition, Words words) {
        if (!draft.verdicts.allow(definition.name())) {
            refuse(draft, definition.name());
        } else if (definition.fulfilmentHook().isPresent()) {
            draft.next(LexDialogAction.of(DialogActionType.DELEGATE), 0);
            draft.mark(IntentState.FULFILLMENT_IN_PROGRESS);
            HookCalls.call(draft, definition.fulfilmentHook().get(), InvocationSource.FULFILLMENT_CODE_HOOK, words);
        } else {
            fulfilled(draft, definition);
        }
    }

    /** Ends the intent: it is done, and the bot says so in its own words. */
    static void fulfilled(Draft draft, Intent definition) {
        definition.answer().ifPresent(draft::say);
        close(draft, IntentState.FULFILLED, definition.then());
    }

    /** Ends the intent: it could not be done, and the bot says so in its own words. */
    static void failed(Draft draft) {
        draft.say(draft.definition()
                .flatMap(Intent::failure)
                .orElse(draft.bot.wording().failed()));
        close(draft, IntentState.FAILED, ON);
    }

    private static void decline(Draft draft, Intent definition) {
        definition.confirmation().map(Confirmation::declined).ifPresent(draft::say);
        close(draft, IntentState.FAILED, ON);
    }

    /** Ends the intent in this state, and does with the conversation what is to be done after it. */
    static void close(Draft draft, IntentState state, Ending ending) {
        draft.mark(state);
        if (state == IntentState.FULFILLED) {
            draft.decided(Decision.FULFILLED);
        } else if (state == IntentState.FAILED && !isDenied(draft)) {
            draft.decided(Decision.FAILED);
        }
        draft.next(LexDialogAction.of(DialogActionType.CLOSE), 0);
        end(draft, ending, draft.bot.wording().again());
    }

    /** Ends the turn as an ending says; if the conversation goes on, the bot says this to invite it. */
    static void end(Draft draft, Ending ending, Message invitation) {
        draft.misunderstandings = 0;
        if (ending instanceof Ending.Continue) {
            draft.ask(invitation);
            finish(draft);
            return;
        }
        draft.tell();
        draft.next(LexDialogAction.of(DialogActionType.CLOSE), 0);
        Optional<IntentState> state = draft.active().map(LexIntent::state);
        if (ending instanceof Ending.Transfer transfer) {
            draft.decided(Decision.TRANSFERRED);
            draft.emit(new Output.Transfer(transfer.to()));
            draft.phase = Phase.TRANSFERRED;
        } else {
            draft.decided(Decision.ENDED);
            draft.emit(new Output.End(EndReason.COMPLETED));
            draft.end();
        }
        draft.emit(new Output.Done(DialogActionType.CLOSE, state));
    }

    /**
     * Refuses an intent in the same few words whatever the reason, and keeps no trace of it. Another intent that is
     * under way stays where it was.
     */
    static void refuse(Draft draft, IntentName refused) {
        draft.decided(Decision.REFUSED, Optional.of(refused));
        if (draft.active().filter(active -> active.name().equals(refused)).isPresent()) {
            draft.drop();
        }
        draft.ask(draft.bot.wording().refused());
        done(draft);
    }

    /** Ends the turn, telling what was understood and what the bot waits for. */
    static void finish(Draft draft) {
        draft.tell();
        done(draft);
    }

    private static void done(Draft draft) {
        draft.emit(new Output.Done(draft.action.type(), draft.active().map(LexIntent::state)));
    }
}
